package dev.groma.operator.attempt;

import dev.groma.api.layoutjob.EngineBlock.NamedInput;
import dev.groma.api.layoutjob.VolumeFile;
import dev.groma.api.layoutjob.VolumeFolder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The volumes of a runner's Pod and where its container has them. A claim that is used more than
 * once is one volume.
 */
final class RunnerVolumes {

  private static final String REQUEST = "request";
  private static final String OUTPUT = "output";
  private static final String SCRATCH = "scratch";

  private final List<Volume> volumes = new ArrayList<>();
  private final List<VolumeMount> mounts = new ArrayList<>();
  private final Map<String, String> volumeByClaim = new LinkedHashMap<>();

  private RunnerVolumes() {}

  static RunnerVolumes of(Assignment assignment, PodSettings settings, ReportAccess report) {
    RunnerVolumes all = new RunnerVolumes();
    all.volumes.add(
        new VolumeBuilder()
            .withName(REQUEST)
            .withProjected(RequestVolume.of(assignment.block(), report))
            .build());
    all.mount(REQUEST, RunnerPaths.REQUEST, true);
    all.folder(OUTPUT, RunnerPaths.OUTPUT, settings.output());
    all.folder(SCRATCH, RunnerPaths.TEMPORARY, settings.scratch());
    for (NamedInput input : assignment.block().inputs()) {
      VolumeFile file = input.source().volumeClaim();
      if (file != null) {
        all.claim(file.name(), RunnerPaths.inputVolume(input.name()), true);
      }
    }
    VolumeFolder results = assignment.output().volumeClaim();
    if (results != null) {
      all.claim(results.name(), RunnerPaths.OUTPUT_VOLUME, false);
    }
    return all;
  }

  List<Volume> volumes() {
    return volumes;
  }

  List<VolumeMount> mounts() {
    return mounts;
  }

  private void folder(String name, String path, Quantity limit) {
    volumes.add(
        new VolumeBuilder()
            .withName(name)
            .withNewEmptyDir()
            .withSizeLimit(limit)
            .endEmptyDir()
            .build());
    mount(name, path, false);
  }

  private void claim(String claim, String path, boolean readOnly) {
    String name =
        volumeByClaim.computeIfAbsent(
            claim,
            missing -> {
              String volume = "claim-" + (volumeByClaim.size() + 1);
              volumes.add(
                  new VolumeBuilder()
                      .withName(volume)
                      .withNewPersistentVolumeClaim(missing, false)
                      .build());
              return volume;
            });
    mount(name, path, readOnly);
  }

  private void mount(String volume, String path, boolean readOnly) {
    mounts.add(
        new VolumeMountBuilder()
            .withName(volume)
            .withMountPath(path)
            .withReadOnly(readOnly ? Boolean.TRUE : null)
            .build());
  }
}
