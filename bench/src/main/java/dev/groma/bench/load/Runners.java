package dev.groma.bench.load;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.groma.api.runner.ResultArtifact;
import dev.groma.api.runner.RunnerContract;
import dev.groma.api.runner.TerminationMessage;
import dev.groma.cluster.scripted.Step;
import dev.groma.cluster.scripted.Steps;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
import java.util.Map;

/** What runners do in this measurement: they run, and have an answer at once. */
final class Runners {

  private static final String SHA_256 = "ab".repeat(32);

  private Runners() {}

  /** The last word is as long for the Pod of a plain Job as for that of a LayoutJob. */
  static List<Step> runAndSucceed(Pod pod) {
    Map<String, String> labels = pod.getMetadata().getLabels();
    String word =
        answer(
            labels.getOrDefault("groma.dev/layoutjob-uid", pod.getMetadata().getUid()),
            Integer.parseInt(labels.getOrDefault("groma.dev/attempt", "1")));
    return List.of(Steps.run(), Steps.succeed(word));
  }

  private static String answer(String uid, int attempt) {
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
            List.of(
                new ResultArtifact("rooms.geojson", "application/geo+json", 2048, SHA_256),
                new ResultArtifact("result.json", "application/json", 512, SHA_256))));
  }
}
