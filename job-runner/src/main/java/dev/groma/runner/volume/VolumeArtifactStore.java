package dev.groma.runner.volume;

import dev.groma.api.runner.ResultArtifact;
import dev.groma.runner.transfer.ArtifactStore;
import dev.groma.runner.transfer.FileWords;
import dev.groma.runner.transfer.TransferException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Artifacts as files in one folder of a volume. A file has its name once it is whole, and {@code
 * result.json} has it last.
 *
 * @param volume that takes them
 * @param folder on the volume, absolute
 */
public record VolumeArtifactStore(MountedVolume volume, Path folder) implements ArtifactStore {

  /** The store that a folder is, on whichever volume it lies. */
  public static VolumeArtifactStore at(Path folder) {
    return new VolumeArtifactStore(MountedVolume.holding(folder), folder);
  }

  @Override
  public List<ResultArtifact> store(Path from, List<ResultArtifact> artifacts)
      throws TransferException {
    Path target = volume.folder(folder);
    for (ResultArtifact artifact : artifacts) {
      try {
        copy(from.resolve(artifact.name()), target, artifact.name());
      } catch (IOException unwritable) {
        throw TransferException.unreachable(
            "%s cannot take %s: %s; check its free space, and that the volume lets the runner's user write"
                .formatted(folder, artifact.name(), FileWords.of(unwritable)));
      }
    }
    return artifacts;
  }

  private static void copy(Path file, Path folder, String name) throws IOException {
    Path part = folder.resolve("." + name + ".part");
    Files.deleteIfExists(part); // never written through a link that lies there
    Files.copy(file, part);
    try (FileChannel written = FileChannel.open(part, StandardOpenOption.WRITE)) {
      written.force(true); // a name must not outlive a power cut that its bytes do not
    }
    Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public String describe() {
    return folder.toString();
  }
}
