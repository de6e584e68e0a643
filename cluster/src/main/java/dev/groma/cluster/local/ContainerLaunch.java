package dev.groma.cluster.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * All that is needed to start a container's command.
 *
 * @param command program and arguments, expanded
 * @param environment whole environment
 * @param workingFolder absolute path in the container
 * @param mounts what it sees where
 * @param readOnlyRoot whether it may write to its volumes alone
 * @param scratch empty folder for what the start needs, the container's own
 */
record ContainerLaunch(
    List<String> command,
    Map<String, String> environment,
    String workingFolder,
    List<MountPoint> mounts,
    boolean readOnlyRoot,
    Path scratch) {

  ContainerLaunch {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
    mounts = List.copyOf(mounts);
  }
}
