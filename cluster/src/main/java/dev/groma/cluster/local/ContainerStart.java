package dev.groma.cluster.local;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Works out how a container of a Pod is to be started. */
final class ContainerStart {
  private static final String DEFAULT_MESSAGE_PATH = "/dev/termination-log";

  private final Pod pod;
  private final Volumes volumes;
  private final ContainerEnvironment environment;
  private final Map<String, String> nodeVariables;
  private final Isolation isolation;

  ContainerStart(
      Pod pod,
      Volumes volumes,
      ContainerEnvironment environment,
      Map<String, String> nodeVariables,
      Isolation isolation) {
    this.pod = pod;
    this.volumes = volumes;
    this.environment = environment;
    this.nodeVariables = nodeVariables;
    this.isolation = isolation;
  }

  /** The file that stands for the termination log. */
  static Path messageFile(Path scratch) {
    return scratch.resolve("termination-log");
  }

  ContainerLaunch launch(Container container, LocalImage image, Path scratch) {
    List<MountPoint> mounts = mounts(container, scratch);
    Map<String, String> base = new HashMap<>(nodeVariables);
    base.put("HOSTNAME", pod.getMetadata().getName());
    base.putAll(image.environment());
    if (isolation == Isolation.TRANSLATION) {
      base.put(PathTranslation.TERMINATION_LOG, messageFile(scratch).toString());
    }
    Map<String, String> variables = environment.of(container, base);
    var command = new ArrayList<String>();
    if (container.getCommand().isEmpty()) {
      command.addAll(image.entrypoint());
    } else {
      container.getCommand().forEach(word -> command.add(Expansion.expand(word, variables)));
    }
    container.getArgs().forEach(word -> command.add(Expansion.expand(word, variables)));
    return new ContainerLaunch(
        command,
        variables,
        Objects.requireNonNullElse(container.getWorkingDir(), "/"),
        mounts,
        hasReadOnlyRoot(container),
        scratch);
  }

  private List<MountPoint> mounts(Container container, Path scratch) {
    var mounts = new ArrayList<MountPoint>();
    for (VolumeMount mount : container.getVolumeMounts()) {
      String volume = mount.getName();
      Path source = volumes.path(volume);
      if (mount.getSubPath() != null && !mount.getSubPath().isEmpty()) {
        source = subPath(source, mount.getSubPath());
      }
      boolean readOnly = Boolean.TRUE.equals(mount.getReadOnly()) || volumes.isReadOnly(volume);
      mounts.add(new MountPoint(source, mount.getMountPath(), readOnly));
    }
    Path messages = messageFile(scratch);
    try {
      Files.createFile(messages);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String messagePath =
        Objects.requireNonNullElse(container.getTerminationMessagePath(), DEFAULT_MESSAGE_PATH);
    mounts.add(new MountPoint(messages, messagePath, false));
    return mounts;
  }

  private static Path subPath(Path volume, String subPath) {
    Path path = volume.resolve(subPath);
    try {
      return Files.exists(path) ? path : Files.createDirectories(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean hasReadOnlyRoot(Container container) {
    var context = container.getSecurityContext();
    return context != null && Boolean.TRUE.equals(context.getReadOnlyRootFilesystem());
  }
}
