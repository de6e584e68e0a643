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
 * The folder that a runner is handed: {@code request.json} and {@code inputs/NAME} in one volume.
 */
final class RequestVolume {

  private RequestVolume() {}

  static ProjectedVolumeSource of(EngineBlock block) {
    List<DownwardAPIVolumeFile> annotations = new ArrayList<>();
    annotations.add(annotation(RunnerContract.REQUEST_FILE, AttemptLabels.REQUEST));
    List<VolumeProjection> sources = new ArrayList<>();
    for (NamedInput input : block.inputs()) {
      ConfigMapKey key = input.source().configMap();
      if (key == null) {
        annotations.add(
            annotation(
                AttemptManifest.inputFile(input), AttemptLabels.INPUT_PREFIX + input.name()));
      } else {
        sources.add(configMap(key, AttemptManifest.inputFile(input)));
      }
    }
    return new ProjectedVolumeSourceBuilder()
        .addNewSource()
        .withNewDownwardAPI()
        .withItems(annotations)
        .endDownwardAPI()
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
