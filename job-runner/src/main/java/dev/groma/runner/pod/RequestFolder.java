package dev.groma.runner.pod;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.groma.api.runner.ExitCode;
import dev.groma.api.runner.RunnerContract;
import dev.groma.api.runner.RunnerRequest;
import dev.groma.engine.Engine;
import dev.groma.runner.attempt.Engines;
import dev.groma.runner.attempt.Outcome;
import dev.groma.runner.transfer.FileWords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The folder that a runner in a Pod is handed: {@code request.json} and the inputs that it names.
 *
 * @param path of the folder
 */
public record RequestFolder(Path path) {

  /** Why a request cannot be acted on. */
  public static final class Unusable extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Outcome.NoAnswer outcome;

    Unusable(ExitCode exitCode, String message) {
      super(message);
      outcome = Outcome.NoAnswer.of(exitCode, message);
    }

    /** How the attempt ends for that. */
    public Outcome.NoAnswer outcome() {
      return outcome;
    }
  }

  /**
   * Whose attempt this is, as far as the request can be read at all: even a request of another
   * version gets its answer under the right name.
   */
  public Optional<Fence> fence() {
    try {
      JsonNode request = RunnerContract.mapper().readTree(Files.readString(requestFile()));
      String uid = request.path("job").path("uid").asText();
      int attempt = request.path("attempt").asInt();
      return uid.isEmpty() || attempt < 1 ? Optional.empty() : Optional.of(new Fence(uid, attempt));
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  /**
   * What every word of a runner carries, so that a late one is known for what it is.
   *
   * @param jobUid of the LayoutJob
   * @param attempt from 1
   */
  public record Fence(String jobUid, int attempt) {}

  /** The request. */
  public RunnerRequest request() throws Unusable {
    try {
      return RunnerContract.read(Files.readString(requestFile()), RunnerRequest.class);
    } catch (JsonProcessingException misfit) {
      throw new Unusable(
          ExitCode.BAD_PARAMETERS,
          "%s is no request of %s: %s; check that operator and runner image are of the same version"
              .formatted(requestFile(), RunnerContract.API_VERSION, misfit.getOriginalMessage()));
    } catch (IOException unreadable) {
      throw new Unusable(ExitCode.UNREACHABLE, "the request: " + FileWords.of(unreadable));
    }
  }

  /** The engine that the request asks for. */
  public static Engine<?, ?> engine(RunnerRequest request, Engines engines) throws Unusable {
    return engines
        .find(request.engine())
        .orElseThrow(() ->
            new Unusable(
                ExitCode.BAD_PARAMETERS,
                "this runner has no engine %s; it has %s"
                    .formatted(request.engine(), engines.names())));
  }

  private Path requestFile() {
    return path.resolve(RunnerContract.REQUEST_FILE);
  }
}
