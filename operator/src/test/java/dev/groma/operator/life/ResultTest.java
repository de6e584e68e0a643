package dev.groma.operator.life;

import static dev.groma.operator.life.Pods.JOB_COMPLETE;
import static dev.groma.operator.life.Pods.SUCCEEDED;
import static dev.groma.operator.life.Pods.ended;
import static dev.groma.operator.life.Results.stored;
import static dev.groma.operator.life.Row.row;
import static dev.groma.operator.life.World.empty;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.api.layoutjob.Artifact;
import dev.groma.api.runner.ResultArtifact;
import dev.groma.api.status.JobState;
import dev.groma.operator.LastWords;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** An answer counts when its artifacts are where they are said to be. */
class ResultTest {

  private static final World ANSWERED = empty().jobOver(JOB_COMPLETE).pod(SUCCEEDED);

  static Stream<Row> rows() {
    return Stream.of(
        row(
            "the ConfigMap of the attempt is seen",
            ANSWERED.stored(stored(1)),
            6,
            "attempt 1 succeeded"),
        row("it gets time to arrive", ANSWERED, 6, "wait 9 s"),
        row("then a closer look", ANSWERED, 15, "look closer"),
        row(
            "is it really not there, the runner lied",
            ANSWERED.live(),
            15,
            "attempt 1 failed: RunnerProtocolError"),
        row(
            "is it there after all, all is well",
            ANSWERED.stored(stored(1)).live(),
            15,
            "attempt 1 succeeded"),
        row(
            "that of another attempt does not count",
            ANSWERED.stored(stored(2)).live(),
            15,
            "attempt 1 failed: RunnerProtocolError"),
        row(
            "another digest is another answer",
            ANSWERED.stored(Results.of(1, "cd".repeat(32))),
            6,
            "attempt 1 failed: RunnerProtocolError"),
        row(
            "S3 is believed by the digests of the last word",
            ANSWERED.spec("output: {s3: {bucket: plans}}"),
            6,
            "attempt 1 succeeded"),
        row(
            "and so is a volume",
            ANSWERED.spec("output: {volumeClaim: {name: results, path: plans}}"),
            6,
            "attempt 1 succeeded"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void decides(Row row) {
    row.check();
  }

  @Test
  void artifacts_are_named_where_they_are() {
    assertThat(uris(ANSWERED.stored(stored(1))))
        .containsExactly(
            "configmap://plans/flat-result/rooms.geojson",
            "configmap://plans/flat-result/result.json");
    assertThat(uris(ANSWERED.spec("output: {s3: {bucket: plans, prefix: ridge}}")))
        .startsWith("s3://plans/ridge/plans/" + World.FLAT.uid() + "/1/rooms.geojson");
    assertThat(uris(ANSWERED.spec("output: {volumeClaim: {name: results, path: ridge/}}")))
        .startsWith(
            "volumeclaim://plans/results/ridge/plans/" + World.FLAT.uid() + "/1/rooms.geojson");
  }

  @ParameterizedTest
  @CsvSource({
    "?versionId=3HL4kqtJlcpXroDTDmJ+rmSpXd3dIbrHY, true",
    "?versionId=, false",
    "?versionId=a&x=b, false",
    ".evil?versionId=1, false"
  })
  void the_version_of_an_object_is_its_runners_to_tell_and_the_place_is_not(
      String told, boolean believed) {
    String place = "s3://plans/plans/" + World.FLAT.uid() + "/1/rooms.geojson";
    ResultArtifact rooms =
        new ResultArtifact(
            "rooms.geojson", "application/geo+json", 2048, LastWords.SHA_256, place + told);
    World world =
        empty()
            .jobOver(JOB_COMPLETE)
            .pod(ended(0, "Completed", LastWords.success(World.FLAT.uid(), 1, List.of(rooms))))
            .spec("output: {s3: {bucket: plans}}");

    assertThat(uris(world)).containsExactly(believed ? place + told : place);
  }

  @Test
  void an_artifact_that_is_not_as_reported_is_named() {
    assertThat(ANSWERED.stored(Results.of(1, "cd".repeat(32))).decide(6))
        .extracting("state.message")
        .asString()
        .contains("rooms.geojson");
  }

  private static List<String> uris(World world) {
    Decision.Report report = (Decision.Report) world.decide(6);
    return ((JobState.Succeeded) report.state())
        .answer().artifacts().stream().map(Artifact::uri).toList();
  }
}
