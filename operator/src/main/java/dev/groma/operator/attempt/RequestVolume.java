package dev.groma.operator.attempt;

import dev.groma.api.layoutjob.ConfigMapKey;
import dev.groma.api.layoutjob.EngineBlock;
import dev.groma.api.layoutjob.EngineBlock.NamedInput;
import dev.groma.api.runner.RunnerContract;
import io.fabric8.kubernetes.api.model.DownwardAPIVolumeFile;
import io.fabric8.kubernetes.api.model.DownwardAPIVolumeFileBuilder;
import io.fabric8.kubernetes.api.model.ProjectedVolumeSource;
import io.fabric8.kubernetes.api.model.ProjectedVolumeSourceBuilder;
import io.fabric8.kubernetes.api.model.VolumeProjection;
import io.fabric8.kubernetes.api.model.VolumeProjectionBuilder;
import java.util.ArrayList;
import java.util.List;

/**
 * The folder that a runner is handed, in one volume: {@code request.json}, {@code inputs/NAME} of
 * inline and ConfigMap inputs, and what it needs to report.
 */
final class RequestVolume {

  /** The kubelet renews a token when four fifths of its time are over; an hour is its usual. */
  private static final long TOKEN_SECONDS = 3600;

  private RequestVolume() {}

  static ProjectedVolumeSource of(EngineBlock block, ReportAccess report) {
    List<DownwardAPIVolumeFile> annotations = new ArrayList<>();
    annotations.add(annotation(RunnerContract.REQUEST_FILE, AttemptLabels.REQUEST));
    annotations.add(annotation(RunnerPaths.CA, AttemptLabels.REPORT_CA));
    List<VolumeProjection> sources = new ArrayList<>();
    for (NamedInput input : block.inputs()) {
      String file = RunnerPaths.inputFile(input.name());
      ConfigMapKey key = input.source().configMap();
      if (input.source().inline() != null) {
        annotations.add(annotation(file, AttemptLabels.INPUT_PREFIX + input.name()));
      } else if (key != null) {
        sources.add(configMap(key, file));
      }
    }
    return new ProjectedVolumeSourceBuilder()
        .addNewSource()
        .withNewDownwardAPI()
        .withItems(annotations)
        .endDownwardAPI()
        .endSource()
        .addNewSource()
        .withNewServiceAccountToken(report.audience(), TOKEN_SECONDS, RunnerPaths.TOKEN)
        .endSource()
        .addAllToSources(sources)
        .build();
  }

  private static DownwardAPIVolumeFile annotation(String path, String key) {
    return new DownwardAPIVolumeFileBuilder()
        .withPath(path)
        .withNewFieldRef()
        .withFieldPath("metadata.annotations['" + key + "']")
        .endFieldRef()
        .build();
  }

  private static VolumeProjection configMap(ConfigMapKey key, String path) {
    return new VolumeProjectionBuilder()
        .withNewConfigMap()
        .withName(key.name())
        .addNewItem()
        .withKey(key.key())
        .withPath(path)
        .endItem()
        .endConfigMap()
        .build();
  }
}
