package dev.groma.cluster.program;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;

/**
 * A program of this machine.
 *
 * @param path of its file
 * @param environment variables beside those of this JVM
 */
public record Program(Path path, Map<String, String> environment) {

  /** Copies the map. */
  public Program {
    environment = Map.copyOf(environment);
  }

  /** With no variables of its own. */
  public Program(Path path) {
    this(path, Map.of());
  }

  /** Runs it to its end with nothing on its standard input. */
  public Output run(List<String> arguments) {
    return run(arguments, "");
  }

  /**
   * Runs it to its end.
   *
   * @param input what is on its standard input
   * @throws UncheckedIOException when it cannot be started
   */
  public Output run(List<String> arguments, String input) {
    return run(arguments, input, line -> {});
  }

  /**
   * Runs it to its end.
   *
   * @param heard is told each line of its standard error at once
   */
  public Output run(List<String> arguments, String input, Consumer<String> heard) {
    List<String> command = new ArrayList<>(List.of(path.toString()));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      // On a thread of its own: on two cores the common pool has one, by which processes tell their
      // end.
      FutureTask<String> errors = new FutureTask<>(() -> listen(process, heard));
      Thread.ofVirtual().start(errors);
      try (OutputStream stdin = process.getOutputStream()) {
        stdin.write(input.getBytes(StandardCharsets.UTF_8));
      } catch (IOException closed) {
        // It did not want its input; its exit code and its words say why.
      }
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Output(process.waitFor(), out, errors.get());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot run " + path, e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("cannot hear what " + path + " says", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while " + path + " was running", e);
    }
  }

  private static String listen(Process process, Consumer<String> heard) {
    StringBuilder said = new StringBuilder();
    process
        .errorReader(StandardCharsets.UTF_8)
        .lines()
        .forEach(line -> {
          heard.accept(line);
          said.append(line).append('\n');
        });
    return said.toString();
  }
}
