package dev.groma.runner.volume;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where file systems are mounted, as the kernel tells it. */
final class MountPoints {

  private static final Path MOUNTS = Path.of("/proc/self/mountinfo");

  /** The fifth field, see proc_pid_mountinfo(5). */
  private static final int MOUNT_POINT = 4;

  private static final Pattern OCTAL = Pattern.compile("\\\\([0-7]{3})");

  private MountPoints() {}

  /**
   * The mount point that a path lies below: the root where nothing else is known.
   *
   * @param path absolute; need not exist
   */
  static Path above(Path path) {
    Path plain = path.normalize();
    try (Stream<String> mounts = Files.lines(MOUNTS)) {
      return mounts
          .map(MountPoints::mountPoint)
          .filter(plain::startsWith)
          .max(Comparator.comparingInt(Path::getNameCount))
          .orElse(plain.getRoot());
    } catch (IOException notLinux) {
      return plain.getRoot();
    }
  }

  private static Path mountPoint(String line) {
    Matcher escaped = OCTAL.matcher(line.split(" ")[MOUNT_POINT]);
    return Path.of(
        escaped.replaceAll(code ->
            Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(code.group(1), 8)))));
  }
}
