package dev.groma.cluster.local;

import dev.groma.cluster.process.ChildCommand;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Starts a container's command on the machine's own file system, with the mount paths replaced. */
final class PathTranslation {
  static final String TERMINATION_LOG = "GROMA_TERMINATION_LOG";

  private final List<MountPoint> mounts;

  private PathTranslation(List<MountPoint> mounts) {
    // The deeper mount covers the one above it.
    this.mounts =
        mounts.stream()
            .sorted(Comparator.comparing((MountPoint mount) -> -mount.target().length()))
            .toList();
  }

  static ChildCommand command(ContainerLaunch launch, Path log) {
    var translation = new PathTranslation(launch.mounts());
    Map<String, String> environment = new LinkedHashMap<>();
    launch
        .environment()
        .forEach((name, value) -> environment.put(name, translation.translate(value)));
    String folder = translation.translate(launch.workingFolder());
    return new ChildCommand(
        launch.command().stream().map(translation::translate).toList(),
        environment,
        // Outside its volumes a container must not write to the machine.
        folder.equals(launch.workingFolder()) ? launch.scratch() : Path.of(folder),
        log);
  }

  /** Replaces each mount path that stands as a path of its own or begins one. */
  private String translate(String text) {
    String alternatives =
        String.join("|", mounts.stream().map(mount -> Pattern.quote(mount.target())).toList());
    return Pattern.compile("(?<![\\w/.-])(" + alternatives + ")(?![\\w.-])")
        .matcher(text)
        .replaceAll(match -> Matcher.quoteReplacement(source(match.group(1))));
  }

  private String source(String target) {
    return mounts.stream()
        .filter(mount -> mount.target().equals(target))
        .map(mount -> mount.source().toString())
        .findFirst()
        .orElse(target);
  }
}
