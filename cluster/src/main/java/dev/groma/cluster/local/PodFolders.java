package dev.groma.cluster.local;

import dev.groma.cluster.process.Leash;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Pod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the files of Pods are: logs stay until the node is closed, the rest goes with the Pod.
 *
 * @param root a folder of its own
 */
record PodFolders(Path root) {

  static PodFolders create() {
    var folders = new PodFolders(Leash.ofThisJvm().newFolder("pods"));
    try {
      Files.createDirectory(folders.logs());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return folders;
  }

  Path logs() {
    return root.resolve("logs");
  }

  Path log(String namespace, String pod, String container) {
    return logs().resolve(namespace).resolve(pod).resolve(container + ".log");
  }

  /** Of a container's latest start; the one before is kept beside it as {@code .log.previous}. */
  Path newLog(Pod pod, String container) {
    ObjectMeta meta = pod.getMetadata();
    Path log = log(meta.getNamespace(), meta.getName(), container);
    try {
      Files.createDirectories(log.resolveSibling("."));
      if (Files.exists(log)) {
        Files.move(
            log,
            log.resolveSibling(container + ".log.previous"),
            java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      }
      return Files.createFile(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path volumes(Pod pod) {
    return of(pod).resolve("volumes");
  }

  /** An empty folder of one start of a container. */
  Path scratch(Pod pod, String container) {
    try {
      Path folder = Files.createDirectories(of(pod).resolve("containers"));
      return Files.createTempDirectory(folder, container + "-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void removeAllButLogs(Pod pod) {
    if (Files.exists(of(pod))) {
      Leash.ofThisJvm().remove(of(pod));
    }
  }

  void removeAll() {
    Leash.ofThisJvm().remove(root);
  }

  private Path of(Pod pod) {
    return root.resolve(pod.getMetadata().getUid());
  }
}
