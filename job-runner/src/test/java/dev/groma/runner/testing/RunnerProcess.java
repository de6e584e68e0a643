package dev.groma.runner.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A process of the program, with an engine that does as it is told. */
public final class RunnerProcess implements AutoCloseable {

  private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

  /** What a process left behind. */
  public record Ended(int exitCode, String out, String err) {}

  private final Process process;
  private final Path out;
  private final Path err;

  private RunnerProcess(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /** Starts the program in a folder, with a small heap, and nothing on its standard input. */
  public static RunnerProcess start(Path folder, String... arguments) {
    return start(folder, Map.of(), "", arguments);
  }

  /** Starts the program in a folder with these variables as well. */
  public static RunnerProcess startWith(
      Path folder, Map<String, String> environment, String... arguments) {
    return start(folder, environment, "", arguments);
  }

  /** Starts the program in a folder with this text on its standard input. */
  public static RunnerProcess startWithInput(Path folder, String in, String... arguments) {
    return start(folder, Map.of(), in, arguments);
  }

  private static RunnerProcess start(
      Path folder, Map<String, String> environment, String in, String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                ScriptedGroma.class.getName()));
    command.addAll(List.of(arguments));
    try {
      Path out = Files.createTempFile("groma", ".out");
      Path err = Files.createTempFile("groma", ".err");
      ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
      builder.environment().put("LC_ALL", "C");
      builder.environment().remove("JAVA_TOOL_OPTIONS");
      builder.environment().putAll(environment);
      Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
      try (OutputStream input = process.getOutputStream()) {
        input.write(in.getBytes(StandardCharsets.UTF_8));
      }
      return new RunnerProcess(process, out, err);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs the program to its end. */
  public static Ended run(Path folder, String... arguments) {
    try (RunnerProcess process = start(folder, arguments)) {
      return process.end();
    }
  }

  /** Waits until the standard error holds this text. */
  public RunnerProcess awaitError(String text) {
    while (!read(err).contains(text)) {
      if (!process.isAlive()) {
        throw new AssertionError("ended without saying " + text + ":\n" + read(err));
      }
      LockSupport.parkNanos(POLL_NANOS);
    }
    return this;
  }

  /** Sends SIGTERM. */
  public RunnerProcess terminate() {
    process.destroy();
    return this;
  }

  /** Waits for the end. */
  public Ended end() {
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        throw new AssertionError("still running:\n" + read(err));
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    return new Ended(process.exitValue(), read(out), read(err));
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      Files.deleteIfExists(out);
      Files.deleteIfExists(err);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
