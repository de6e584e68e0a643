package dev.groma.cluster.local;

import dev.groma.cluster.process.ChildCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Starts a container's command in a mount namespace: the work is done by {@code sandbox.sh}. */
final class MountNamespace {
  private static final String SANDBOX = script();
  private static final boolean ROOT = "root".equals(System.getProperty("user.name"));

  private MountNamespace() {}

  static ChildCommand command(ContainerLaunch launch, Path log) {
    try {
      Path place = Files.createDirectories(launch.scratch().resolve("root"));
      Path mounts = launch.scratch().resolve("mounts");
      Files.writeString(
          mounts,
          launch.mounts().stream()
              // A mount covers what was mounted below it before.
              .sorted(Comparator.comparing(mount -> mount.target().length()))
              .map(MountNamespace::line)
              .collect(Collectors.joining()));
      var command = new ArrayList<>(List.of("/usr/bin/unshare", "--mount"));
      if (!ROOT) {
        command.addAll(List.of("--user", "--map-root-user"));
      }
      command.addAll(List.of("sh", "-c", SANDBOX, "groma-sandbox"));
      command.addAll(
          List.of(
              place.toString(),
              mounts.toString(),
              launch.readOnlyRoot() ? "ro" : "rw",
              launch.workingFolder()));
      command.addAll(launch.command());
      return new ChildCommand(command, launch.environment(), launch.scratch(), log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String line(MountPoint mount) {
    return "%s\t%s\t%s%n".formatted(mount.source(), mount.target(), mount.readOnly() ? "ro" : "rw");
  }

  private static String script() {
    try (var text = MountNamespace.class.getResourceAsStream("sandbox.sh")) {
      if (text == null) {
        throw new IllegalStateException("sandbox.sh is missing");
      }
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
