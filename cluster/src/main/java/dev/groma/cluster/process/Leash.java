package dev.groma.cluster.process;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Holds every child process of this JVM and one work folder; both are gone when the JVM is.
 *
 * <p>On an orderly end (also Ctrl-C and SIGTERM) this happens before the JVM ends; after a {@code
 * kill -9} within a moment.
 */
public final class Leash {
  private static final String GATE = script("gate.sh");

  private final Path folder;
  private final Process holder;
  private final Deque<Runnable> closers = new ArrayDeque<>();
  private final List<String> ownSession;
  private volatile boolean ending;

  private Leash() throws IOException {
    folder =
        Files.createTempDirectory(
            "groma-cluster-",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Files.createDirectory(folder.resolve("children"));
    // A session of its own keeps a Ctrl-C in the terminal from reaching the children before us.
    ownSession = Files.isExecutable(Path.of("/usr/bin/setsid")) ? List.of("setsid") : List.of();
    var command = new ArrayList<>(ownSession);
    command.addAll(List.of("sh", "-c", script("leash.sh"), "groma-leash", folder.toString()));
    command.add(ownSession.isEmpty() ? "" : "-");
    holder =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(this::end, "groma-leash"));
  }

  private static final class Holder {
    static final Leash LEASH = create();

    private static Leash create() {
      try {
        return new Leash();
      } catch (IOException e) {
        throw new UncheckedIOException("cannot start the watchdog of child processes", e);
      }
    }
  }

  /** The one leash of this JVM. */
  public static Leash ofThisJvm() {
    return Holder.LEASH;
  }

  /**
   * A new empty folder, readable by this user alone, that is removed when the JVM ends.
   *
   * @param name how its name starts
   */
  public Path newFolder(String name) {
    try {
      return Files.createTempDirectory(folder, name + "-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes a folder of {@link #newFolder} and all that is in it. */
  public void remove(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + folder, e);
    }
  }

  /** Starts a child in a process group of its own, with nothing as its standard input. */
  public Child start(ChildCommand command) {
    var arguments = new ArrayList<>(ownSession);
    arguments.addAll(List.of("sh", "-c", GATE, "groma-gate"));
    arguments.addAll(command.arguments());
    var builder =
        new ProcessBuilder(arguments)
            .directory(command.folder().toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(command.log().toFile()));
    builder.environment().clear();
    builder.environment().putAll(command.environment());
    try {
      Process process = builder.start();
      Path entry = folder.resolve("children").resolve(Long.toString(process.pid()));
      Files.createFile(entry);
      process.onExit().thenRun(() -> forget(entry));
      try (OutputStream gate = process.getOutputStream()) {
        gate.write('\n');
      }
      return new Child(process, this);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + command.arguments().getFirst(), e);
    }
  }

  /**
   * Runs {@code closer} when the JVM ends in order, before the children are killed; later ones
   * first.
   */
  public void beforeEnd(Runnable closer) {
    synchronized (closers) {
      closers.push(closer);
    }
  }

  /** Whether the JVM is on its way down. */
  public boolean isEnding() {
    return ending;
  }

  void killGroup(long pid) {
    synchronized (holder) {
      try {
        OutputStream input = holder.getOutputStream();
        input.write((pid + "\n").getBytes(StandardCharsets.US_ASCII));
        input.flush();
      } catch (IOException e) {
        throw new UncheckedIOException("the watchdog of child processes is gone", e);
      }
    }
  }

  private void end() {
    ending = true;
    synchronized (closers) {
      closers.forEach(Runnable::run);
    }
    try {
      synchronized (holder) {
        holder.getOutputStream().close();
      }
      holder.waitFor(10, TimeUnit.SECONDS);
    } catch (IOException e) {
      holder.destroyForcibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void forget(Path entry) {
    try {
      Files.deleteIfExists(entry);
    } catch (NoSuchFileException e) {
      // the folder went first
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String script(String name) {
    try (var text = Leash.class.getResourceAsStream(name)) {
      if (text == null) {
        throw new IllegalStateException(name + " is missing beside " + Leash.class.getName());
      }
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
