package dev.groma.images;

import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import dev.groma.images.training.RunnerTraining;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/**
 * Writes the images, each for all architectures.
 *
 * @param programs what is packaged
 * @param base holds the lowest layer's files, a folder for each architecture
 * @param training of the runner
 * @param release for tag and labels
 */
public record ImageBuild(Programs programs, Path base, RunnerTraining training, Release release) {

  /**
   * An archive that was written.
   *
   * @param archive in the OCI image layout
   * @param digest of the image with all its architectures, {@code sha256:...}
   */
  public record Written(Path archive, String digest) {}

  /** Makes an image's content on a base. */
  @FunctionalInterface
  private interface Recipe {
    ImageContent on(Architecture architecture, FileEntriesLayer base, Path work)
        throws IOException, InterruptedException;
  }

  /** Writes the runner's archive to a folder. */
  public Written runner(Path output) throws IOException, InterruptedException {
    return write("groma-runner", this::runner, output);
  }

  /** Writes the operator's archive to a folder. */
  public Written operator(Path output) throws IOException, InterruptedException {
    return write("groma-operator", (_, base, _) -> programs.operator(base), output);
  }

  /** A cache fits the architecture that it was trained on, and that is the one of this machine. */
  private ImageContent runner(Architecture architecture, FileEntriesLayer base, Path work)
      throws IOException, InterruptedException {
    ImageContent runner = programs.runner(base);
    return switch (architecture) {
      case AMD64 -> Programs.trained(runner, training.cacheFor(unpacked(runner, work)));
      case ARM64 -> runner;
    };
  }

  private UnpackedImage unpacked(ImageContent runner, Path work)
      throws IOException, InterruptedException {
    Path archive = work.resolve("untrained.tar");
    writer(work).write(runner, Architecture.AMD64, archive);
    OciLayout layout = new OciLayout(Files.createDirectory(work.resolve("untrained")));
    layout.unpack(archive);
    return UnpackedImage.of(
        layout, layout.index().at("/manifests/0/digest").asText(), work.resolve("root"));
  }

  private Written write(String repository, Recipe recipe, Path output)
      throws IOException, InterruptedException {
    Path work = Files.createTempDirectory(output, "work").toAbsolutePath();
    try {
      Map<Architecture, Path> images = new EnumMap<>(Architecture.class);
      for (Architecture architecture : Architecture.values()) {
        FileEntriesLayer lowest = Layers.tree("base", base.resolve(architecture.oci()));
        Path image = work.resolve(architecture.oci() + ".tar");
        writer(work).write(recipe.on(architecture, lowest, work), architecture, image);
        images.put(architecture, image);
      }
      Path archive = output.resolve("%s-%s.tar".formatted(repository, release.version()));
      String digest =
          new OciArchive(repository, release.version())
              .join(images, Files.createDirectory(work.resolve("joined")), archive);
      return new Written(archive, digest);
    } finally {
      Folders.delete(work);
    }
  }

  private ImageWriter writer(Path work) {
    return new ImageWriter(release, work.resolve("cache"));
  }
}
