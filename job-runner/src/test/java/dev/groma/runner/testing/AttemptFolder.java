package dev.groma.runner.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.groma.api.runner.JobReference;
import dev.groma.api.runner.RequestInput;
import dev.groma.api.runner.RunnerContract;
import dev.groma.api.runner.RunnerFailure;
import dev.groma.api.runner.RunnerRequest;
import dev.groma.api.runner.TerminationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What an attempt is handed and what it leaves: {@code request/request.json}, {@code
 * request/inputs/walls}, {@code output} and {@code termination-log}.
 */
public record AttemptFolder(Path path, Map<String, String> environment) {

  /** Of the job. */
  public static final String UID = "0b0d8a2e-6a4e-4e1c-9c83-3f1f2a6d7c55";

  /** A folder without a request. */
  public static AttemptFolder in(Path path) {
    try {
      Files.createDirectories(path.resolve("request/inputs"));
      Files.createFile(path.resolve("termination-log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new AttemptFolder(path, Map.of());
  }

  /** The same with these variables for the process. */
  public AttemptFolder with(Map<String, String> variables) {
    return new AttemptFolder(path, variables);
  }

  /** Writes the request of attempt 2 of plans/apartment. */
  public AttemptFolder request(
      String engine, List<RequestInput> inputs, RunnerRequest.Delivery delivery) {
    ObjectNode parameters = RunnerContract.mapper().createObjectNode().put("snapTolerance", 0.02);
    return write(
        requestFile(),
        RunnerContract.canonicalJson(
            RunnerRequest.of(
                new JobReference("plans", "apartment", UID),
                2,
                new RunnerRequest.Work(engine, parameters, 0, inputs),
                delivery,
                "survey/7")));
  }

  /** Writes the input of the scripted engine. */
  public AttemptFolder orders(String orders) {
    return write(path.resolve("request/inputs/walls"), orders);
  }

  private AttemptFolder write(Path file, String text) {
    try {
      Files.writeString(file, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public RunnerProcess start() {
    return RunnerProcess.startWith(
        path,
        environment,
        "attempt",
        "--request",
        "request",
        "--output",
        "output",
        "--termination-log",
        "termination-log");
  }

  /** Runs the attempt to its end. */
  public RunnerProcess.Ended end() {
    try (RunnerProcess process = start()) {
      return process.end();
    }
  }

  public Path requestFile() {
    return path.resolve("request/request.json");
  }

  /** The termination message. */
  public TerminationMessage word() {
    try {
      return RunnerContract.read(
          Files.readString(path.resolve("termination-log")), TerminationMessage.class);
    } catch (JsonProcessingException misfit) {
      throw new AssertionError(misfit);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public RunnerFailure failure() {
    return Objects.requireNonNull(word().failure());
  }
}
