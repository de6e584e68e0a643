package dev.groma.cluster.process;

import dev.groma.cluster.await.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Java program that listens on a port of its own choice on 127.0.0.1 and says in its log which.
 */
public final class LocalServer implements AutoCloseable {

  private final Child child;
  private final Path folder;
  private final URI endpoint;

  private LocalServer(Child child, Path folder, int port) {
    this.child = child;
    this.folder = folder;
    this.endpoint = URI.create("http://127.0.0.1:" + port);
  }

  /**
   * Starts one and returns when it listens.
   *
   * @param name of the server, for messages
   * @param folder its own, removed with it: {@link Leash#newFolder}
   * @param arguments of {@code java}
   * @param listens matches what it says when it listens; its first group is the port
   * @throws IllegalStateException when it does not start; its log is in the message
   */
  public static LocalServer start(
      String name, Path folder, List<String> arguments, Pattern listens) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(arguments);
    Path log = log(folder);
    Child child =
        Leash.ofThisJvm()
            .start(
                new ChildCommand(
                    command,
                    // Some name files after what they are asked for, in the locale's letters.
                    Map.of("HOME", folder.toString(), "PATH", "/usr/bin:/bin", "LC_ALL", "C.UTF-8"),
                    folder,
                    log));
    int port =
        Await.value(
                "the port of the " + name,
                Await.LIMIT,
                () -> port(name, child, log, listens),
                Optional<Integer>::isPresent)
            .orElseThrow();
    return new LocalServer(child, folder, port);
  }

  private static Optional<Integer> port(String name, Child child, Path log, Pattern listens) {
    Matcher said = listens.matcher(read(log));
    if (said.find()) {
      return Optional.of(Integer.valueOf(said.group(1)));
    }
    if (!child.isAlive()) {
      throw new IllegalStateException("the " + name + " ended; its log:\n" + read(log));
    }
    return Optional.empty();
  }

  /** The process id. */
  public long pid() {
    return child.pid();
  }

  /** Where it is asked, such as {@code http://127.0.0.1:40123}. */
  public URI endpoint() {
    return endpoint;
  }

  /** What it has said so far. */
  public String log() {
    return read(log(folder));
  }

  /** Lets it answer nobody until {@link #thaw}, as behind a network that is down. */
  public void freeze() {
    signal("STOP");
  }

  /** Lets it go on. */
  public void thaw() {
    signal("CONT");
  }

  private void signal(String name) {
    try {
      new ProcessBuilder("kill", "-" + name, Long.toString(child.pid())).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends it and removes its folder. */
  @Override
  public void close() {
    child.killAndWait();
    Leash.ofThisJvm().remove(folder);
  }

  private static Path log(Path folder) {
    return folder.resolve("server.log");
  }

  private static String read(Path log) {
    try {
      return Files.exists(log) ? Files.readString(log) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
