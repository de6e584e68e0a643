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

/**
 * One program of the control plane: started, stopped, and started again with the same arguments.
 */
final class Component {
  private static final Duration GRACE = Duration.ofSeconds(20);
  private static final int TAIL_BYTES = 4_000;

  private final String name;
  private final List<String> arguments;
  private final Path folder;
  private final Path log;
  private @Nullable Child child;

  Component(String name, List<String> arguments, Path folder) {
    this.name = name;
    this.arguments = arguments;
    this.folder = folder;
    this.log = folder.resolve(name + ".log");
  }

  @Override
  public String toString() {
    return name;
  }

  void start() {
    if (isAlive()) {
      return;
    }
    var environment = Map.of("HOME", folder.toString(), "PATH", "/usr/bin:/bin");
    child = Leash.ofThisJvm().start(new ChildCommand(arguments, environment, folder, log));
  }

  boolean isAlive() {
    return child != null && child.isAlive();
  }

  void stop() {
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

  void kill() {
    if (child != null) {
      child.killAndWait();
    }
  }

  /** Fails when the program has ended. */
  void checkAlive() {
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
