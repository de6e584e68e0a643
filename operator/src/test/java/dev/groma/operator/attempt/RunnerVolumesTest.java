package dev.groma.operator.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.groma.api.layoutjob.LayoutJobSpec;
import dev.groma.operator.Assignments;
import dev.groma.operator.LayoutJobs;
import dev.groma.operator.TestOperator;
import dev.groma.operator.life.World;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimVolumeSource;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeProjection;
import java.util.List;
import java.util.Objects;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** Which volumes a runner has. */
class RunnerVolumesTest {

  @Test
  void a_claim_with_an_input_is_mounted_read_only() {
    RunnerVolumes volumes =
        volumes(
            LayoutJobs.read(
                "roomDetection: {walls: {volumeClaim: {name: plans, path: a/b.json}}}"));

    assertThat(claims(volumes)).containsExactly(tuple("claim-1", "plans"));
    assertThat(volumes.mounts())
        .extracting(VolumeMount::getName, VolumeMount::getMountPath, VolumeMount::getReadOnly)
        .contains(tuple("claim-1", "/groma/volumes/walls", true));
  }

  @Test
  void a_claim_that_takes_the_results_too_is_one_volume() {
    RunnerVolumes volumes =
        volumes(
            LayoutJobs.read(
                """
                roomDetection: {walls: {volumeClaim: {name: plans, path: a.json}}}
                output: {volumeClaim: {name: plans, path: results}}
                """));

    assertThat(claims(volumes)).containsExactly(tuple("claim-1", "plans"));
    assertThat(volumes.mounts())
        .extracting(VolumeMount::getName, VolumeMount::getMountPath, VolumeMount::getReadOnly)
        .contains(
            tuple("claim-1", "/groma/volumes/walls", true),
            tuple("claim-1", "/groma/results", null));
  }

  @Test
  void the_request_comes_with_a_token_for_the_report_endpoint_alone() {
    RunnerVolumes volumes = volumes(LayoutJobs.inline(LayoutJobs.WALLS));

    assertThat(volumes.volumes().getFirst().getProjected().getSources())
        .extracting(VolumeProjection::getServiceAccountToken)
        .filteredOn(Objects::nonNull)
        .singleElement()
        .returns("groma-report", token -> token.getAudience())
        .returns("report/token", token -> token.getPath());
  }

  @Test
  void a_key_of_a_config_map_lies_beside_the_request() {
    RunnerVolumes volumes = volumes(LayoutJobs.configMap("plans", "flat.json"));

    assertThat(volumes.volumes().getFirst().getProjected().getSources())
        .extracting(VolumeProjection::getConfigMap)
        .filteredOn(Objects::nonNull)
        .singleElement()
        .returns("plans", map -> map.getName())
        .returns("flat.json", map -> map.getItems().getFirst().getKey())
        .returns("inputs/walls", map -> map.getItems().getFirst().getPath());
  }

  private static List<Tuple> claims(RunnerVolumes volumes) {
    return volumes.volumes().stream()
        .filter(volume -> volume.getPersistentVolumeClaim() != null)
        .map(RunnerVolumesTest::claim)
        .toList();
  }

  private static Tuple claim(Volume volume) {
    PersistentVolumeClaimVolumeSource claim = volume.getPersistentVolumeClaim();
    return tuple(volume.getName(), claim.getClaimName());
  }

  private static RunnerVolumes volumes(LayoutJobSpec spec) {
    return RunnerVolumes.of(
        Assignments.of(World.FLAT, 1, spec),
        TestOperator.settings(),
        new ReportAccess("https://report:9443", "pem", ReportAccess.AUDIENCE));
  }
}
