package dev.groma.cluster;

import dev.groma.cluster.process.Child;
import dev.groma.cluster.process.ChildCommand;
import dev.groma.cluster.process.Leash;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One program of a cluster: started, stopped, and started again with the same arguments. */
public final class Component {
  private static final Duration GRACE = Duration.ofSeconds(20);
  private static final int TAIL_BYTES = 4_000;

  private final String name;
  private final List<String> arguments;
  private final Path folder;
  private final Path log;
  private @Nullable Child child;

  /**
   * One that does not run yet.
   *
   * @param name for messages, and of its log in {@code folder}
   * @param arguments the program and its arguments
   * @param folder its working folder
   * @param place where it runs
   */
  public Component(String name, List<String> arguments, Path folder, Place place) {
    this.name = name;
    this.arguments = place.command(arguments);
    this.folder = folder;
    this.log = folder.resolve(name + ".log");
  }

  @Override
  public String toString() {
    return name;
  }

  /** Starts it, unless it runs. */
  public void start() {
    if (isAlive()) {
      return;
    }
    var environment = Map.of("HOME", folder.toString(), "PATH", "/usr/sbin:/usr/bin:/sbin:/bin");
    child = Leash.ofThisJvm().start(new ChildCommand(arguments, environment, folder, log));
  }

  /** Whether it runs. */
  public boolean isAlive() {
    return child != null && child.isAlive();
  }

  /** Stops it in order. */
  public void stop() {
    if (child == null) {
      return;
    }
    try {
      child.stop(GRACE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      child.kill();
    }
  }

  /** Kills it and waits for its end. */
  public void kill() {
    if (child != null) {
      child.killAndWait();
    }
  }

  /**
   * Fails when the program has ended.
   *
   * @throws ControlPlaneException with the end of its log
   */
  public void checkAlive() {
    if (isAlive()) {
      return;
    }
    String tail = logTail();
    if (tail.contains("address already in use")) {
      throw new AddressInUse(name + " found its port taken");
    }
    throw new ControlPlaneException(name + " ended; its log ends:\n" + tail);
  }

  String logTail() {
    try {
      byte[] text = Files.readAllBytes(log);
      int start = Math.max(0, text.length - TAIL_BYTES);
      return new String(text, start, text.length - start, StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "(no log: " + e.getMessage() + ")";
    }
  }

  /** Another server took the port between our look and the bind. */
  static final class AddressInUse extends RuntimeException {
    private static final long serialVersionUID = 1;

    AddressInUse(String message) {
      super(message);
    }
  }
}
