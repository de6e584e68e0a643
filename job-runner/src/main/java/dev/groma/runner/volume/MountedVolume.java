package dev.groma.runner.volume;

import dev.groma.runner.transfer.FileWords;
import dev.groma.runner.transfer.TransferException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A volume where it is mounted.
 *
 * @param root the folder that it is mounted at, absolute and without {@code ..}
 */
public record MountedVolume(Path root) {

  /**
   * The volume that a path lies on.
   *
   * @param path absolute; need not exist
   */
  public static MountedVolume holding(Path path) {
    return new MountedVolume(MountPoints.above(path));
  }

  /**
   * A regular file on the volume.
   *
   * @param path absolute
   * @throws TransferException when there is none, or it lies elsewhere
   */
  public Path file(Path path) throws TransferException {
    Path file = real(below(path), path);
    if (!Files.isRegularFile(file)) {
      throw TransferException.unreachable("%s is not a regular file; name one".formatted(path));
    }
    return file;
  }

  /**
   * A folder on the volume, made where it is not there.
   *
   * @param path absolute
   * @throws TransferException when it cannot be made, or lies elsewhere
   */
  public Path folder(Path path) throws TransferException {
    Path target = below(path);
    Path at = root;
    for (Path part : root.relativize(target)) {
      at = at.resolve(part);
      try {
        if (!Files.isDirectory(at)) {
          Files.createDirectory(at);
        }
      } catch (IOException unwritable) {
        throw unreachable(unwritable);
      }
      real(at, path); // before anything is made behind a link
    }
    return target;
  }

  private Path below(Path path) throws TransferException {
    Path target = path.normalize();
    if (!target.startsWith(root)) {
      throw outside(path);
    }
    return target;
  }

  /** Where it really is, behind all links. */
  private Path real(Path at, Path path) throws TransferException {
    try {
      Path real = at.toRealPath();
      if (!real.startsWith(root.toRealPath())) {
        throw outside(path);
      }
      return real;
    } catch (IOException unreadable) {
      throw unreachable(unreadable);
    }
  }

  private static TransferException unreachable(IOException failure) {
    return TransferException.unreachable(
        "on a volume: %s; check the path, and that the volume lets the runner's user at it"
            .formatted(FileWords.of(failure)));
  }

  private TransferException outside(Path path) {
    return TransferException.refused(
        "%s leads out of the volume at %s; name a path below it, without .. and without links that lead elsewhere"
            .formatted(path, root));
  }
}
