package dev.groma.e2e.chaos;

import static dev.groma.cluster.scripted.Steps.exit;
import static dev.groma.cluster.scripted.Steps.run;
import static dev.groma.cluster.scripted.Steps.succeed;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.reason.Reason;
import dev.groma.api.runner.ResultArtifact;
import dev.groma.api.runner.RunnerContract;
import dev.groma.api.runner.RunnerFailure;
import dev.groma.api.runner.TerminationMessage;
import dev.groma.cluster.scripted.Step;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;

/** What runners do and say, told to the node double. */
final class LastWords {

  private static final String SHA_256 = "ab".repeat(32);
  private static final int TRANSIENT = 75;

  private LastWords() {}

  /** Runs and has a result. */
  static List<Step> runAndSucceed(Pod pod) {
    return List.of(run(), success(pod));
  }

  /** Ends with a result. */
  static Step success(Pod pod) {
    return succeed(success(uid(pod), attempt(pod)));
  }

  /** Ends because something outside does not work. */
  static Step transientFailure(Pod pod) {
    return exit(
        TRANSIENT,
        RunnerContract.canonicalJson(
            TerminationMessage.failed(
                uid(pod),
                attempt(pod),
                new RunnerFailure(Reason.TransientFailure, "the bucket does not answer"))));
  }

  /** The word of a runner of this attempt that found three rooms. */
  static String success(String uid, int attempt) {
    return success(
        uid,
        attempt,
        List.of(
            new ResultArtifact("rooms.geojson", "application/geo+json", 2048, SHA_256),
            new ResultArtifact("result.json", "application/json", 512, SHA_256)));
  }

  /** The same with artifacts of its own. */
  static String success(String uid, int attempt, List<ResultArtifact> artifacts) {
    return RunnerContract.canonicalJson(
        TerminationMessage.succeeded(
            uid,
            attempt,
            JsonNodeFactory.instance
                .objectNode()
                .put("roomsCount", 3)
                .put("confidenceScore", 0.9)
                .put("totalAreaM2", 61.5)
                .put("processingSeconds", 0.25),
            artifacts));
  }

  /** Whether the Pod runs this attempt of the job. */
  static boolean isOf(Pod pod, LayoutJob job, int attempt) {
    return uid(pod).equals(job.getMetadata().getUid()) && attempt(pod) == attempt;
  }

  static String uid(Pod pod) {
    return pod.getMetadata().getLabels().get("groma.dev/layoutjob-uid");
  }

  static int attempt(Pod pod) {
    return Integer.parseInt(pod.getMetadata().getLabels().get("groma.dev/attempt"));
  }
}
