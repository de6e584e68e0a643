package dev.groma.operator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.reason.Reason;
import dev.groma.api.runner.ResultArtifact;
import dev.groma.api.runner.RunnerContract;
import dev.groma.api.runner.RunnerFailure;
import dev.groma.api.runner.TerminationMessage;
import java.util.List;

/** Termination messages as runners write them. */
public final class LastWords {

  /** Of every artifact. */
  public static final String SHA_256 = "ab".repeat(32);

  private LastWords() {}

  /** Of a runner that found three rooms. */
  public static String success(String uid, int attempt) {
    return success(uid, attempt, summary());
  }

  /** Of a runner that found three rooms in the first attempt at this job. */
  public static String success(LayoutJob job) {
    return success(job.getMetadata().getUid(), 1);
  }

  /** Of a runner with a summary of its own. */
  public static String success(String uid, int attempt, ObjectNode summary) {
    return success(
        uid,
        attempt,
        summary,
        List.of(
            new ResultArtifact("rooms.geojson", "application/geo+json", 2048, SHA_256),
            new ResultArtifact("result.json", "application/json", 512, SHA_256)));
  }

  /** Of a runner with artifacts of its own. */
  public static String success(String uid, int attempt, List<ResultArtifact> artifacts) {
    return success(uid, attempt, summary(), artifacts);
  }

  private static String success(
      String uid, int attempt, ObjectNode summary, List<ResultArtifact> artifacts) {
    return RunnerContract.canonicalJson(
        TerminationMessage.succeeded(uid, attempt, summary, artifacts));
  }

  /** Of a runner that has no result. */
  public static String failure(String uid, int attempt, Reason reason, String message) {
    return RunnerContract.canonicalJson(
        TerminationMessage.failed(uid, attempt, new RunnerFailure(reason, message)));
  }

  /** Three rooms. */
  public static ObjectNode summary() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("roomsCount", 3)
        .put("confidenceScore", 0.9)
        .put("totalAreaM2", 61.5)
        .put("processingSeconds", 0.25);
  }
}
