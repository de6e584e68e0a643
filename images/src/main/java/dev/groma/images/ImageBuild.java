package dev.groma.images;

import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import dev.groma.images.sbom.Licences;
import dev.groma.images.sbom.Sbom;
import dev.groma.images.training.RunnerTraining;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Writes the images, each for all architectures, and beside each archive what the image is made of:
 * {@code .cdx.json}, an SBOM in CycloneDX, and {@code .licences.txt}.
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
   * @param sbom in CycloneDX
   * @param digest of the image with all its architectures, {@code sha256:...}
   */
  public record Written(Path archive, Path sbom, String digest) {}

  /** Adds to an image's content what it has on one architecture alone. */
  @FunctionalInterface
  private interface Finish {
    ImageContent of(ImageContent content, Architecture architecture, Path work)
        throws IOException, InterruptedException;
  }

  /** Makes an image's content on a base; it lasts as long as the work folder. */
  @FunctionalInterface
  private interface Recipe {
    ImageContent on(FileEntriesLayer base, Path work) throws IOException;
  }

  /** Writes the runner's archive to a folder. */
  public Written runner(Path output) throws IOException, InterruptedException {
    return write((base, _) -> programs.runner(base), this::trained, output);
  }

  /** Writes the operator's archive to a folder. */
  public Written operator(Path output) throws IOException, InterruptedException {
    return write(programs::operator, (content, _, _) -> content, output);
  }

  /** Writes the bridge's archive to a folder. */
  public Written bridge(Path output) throws IOException, InterruptedException {
    return write(programs::bridge, (content, _, _) -> content, output);
  }

  private Written write(Recipe recipe, Finish finish, Path output)
      throws IOException, InterruptedException {
    Path work = Files.createTempDirectory(output.toAbsolutePath(), "work");
    try {
      return write(recipe, finish, output, work);
    } finally {
      Folders.delete(work);
    }
  }

  private Written write(Recipe recipe, Finish finish, Path output, Path work)
      throws IOException, InterruptedException {
    Map<Architecture, ImageContent> contents = new EnumMap<>(Architecture.class);
    for (Architecture architecture : Architecture.values()) {
      contents.put(architecture, recipe.on(Layers.tree("base", base(architecture)), work));
    }
    ImageContent any = contents.values().iterator().next();
    Sbom sbom = sbom(any);
    FileEntriesLayer licences = licences(any, sbom, work.resolve("licences"));
    Map<Architecture, Path> images = new EnumMap<>(Architecture.class);
    for (Map.Entry<Architecture, ImageContent> content : contents.entrySet()) {
      Architecture architecture = content.getKey();
      Path image = work.resolve(architecture.oci() + ".tar");
      ImageContent finished = finish.of(content.getValue().with(licences), architecture, work);
      writer(work).write(finished, architecture, image);
      images.put(architecture, image);
    }
    return join(any.repository(), images, sbom, output, work);
  }

  private Written join(
      String repository, Map<Architecture, Path> images, Sbom sbom, Path output, Path work)
      throws IOException {
    String name = "%s-%s".formatted(repository, release.version());
    Path archive = output.resolve(name + ".tar");
    String digest =
        new OciArchive(repository, release.version())
            .join(images, Files.createDirectory(work.resolve("joined")), archive);
    Path list = output.resolve(name + ".cdx.json");
    Files.write(list, sbom.document(repository, release.version(), release.created().toString()));
    Files.writeString(output.resolve(name + ".licences.txt"), sbom.licences());
    return new Written(archive, list, digest);
  }

  private Sbom sbom(ImageContent content) throws IOException {
    return Sbom.of(
        programs.root().resolve("images/target/dependencies.cdx.json"),
        content.jars(),
        Stream.of(Architecture.values()).map(this::base).toList());
  }

  private FileEntriesLayer licences(ImageContent content, Sbom sbom, Path folder)
      throws IOException {
    Path texts = Files.createDirectories(folder.resolve("licenses"));
    Licences.write(programs.root(), content.jars(), sbom, texts);
    return Layers.tree("licences", folder);
  }

  /** A cache fits the architecture that it was trained on, and that is the one of this machine. */
  private ImageContent trained(ImageContent runner, Architecture architecture, Path work)
      throws IOException, InterruptedException {
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

  private ImageWriter writer(Path work) {
    return new ImageWriter(release, work.resolve("cache"));
  }

  private Path base(Architecture architecture) {
    return base.resolve(architecture.oci());
  }
}
