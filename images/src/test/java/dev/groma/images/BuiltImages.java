package dev.groma.images;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import dev.groma.cluster.SourceTree;
import dev.groma.cluster.program.Program;
import dev.groma.images.ImageBuild.Written;
import dev.groma.images.training.RunnerTraining;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Images of the packaged programs, made for a test, and the machine that can make them. */
record BuiltImages(ImageBuild build) {

  private static final Path ROOT = SourceTree.root();

  /**
   * Skips the test, or fails it in CI, where images cannot be made or run as the user that they
   * name.
   */
  static BuiltImages onThisMachine() {
    if (!"root".equals(System.getProperty("user.name"))
        || !"Linux".equals(System.getProperty("os.name"))
        || !"amd64".equals(System.getProperty("os.arch"))
        || !Files.isExecutable(Path.of("/usr/bin/apt-get"))) {
      String reason =
          "images are tested by root, on Linux, x86-64, with apt-get: not on this machine";
      if ("true".equals(System.getenv("CI"))) {
        fail(reason);
      }
      abort(reason);
    }
    Path base =
        Path.of(new Program(ROOT.resolve("images/base/build")).run(List.of()).success().strip());
    return new BuiltImages(
        new ImageBuild(
            new Programs(ROOT),
            base,
            new RunnerTraining(ROOT.resolve("examples"), base.getParent()),
            Release.ofThisBuild("tested")));
  }

  /** The image of an architecture in an archive, unpacked. */
  static UnpackedImage unpack(Written written, Architecture architecture, Path folder)
      throws IOException {
    OciLayout layout = layout(written, folder.resolve("layout"));
    return UnpackedImage.of(
        layout, manifest(layout, architecture), folder.resolve(architecture.oci()));
  }

  static OciLayout layout(Written written, Path folder) throws IOException {
    OciLayout layout = new OciLayout(Files.createDirectories(folder));
    layout.unpack(written.archive());
    return layout;
  }

  static String manifest(OciLayout layout, Architecture architecture) throws IOException {
    JsonNode images = layout.json(layout.index().at("/manifests/0/digest").asText());
    for (JsonNode image : images.get("manifests")) {
      if (image.at("/platform/architecture").asText().equals(architecture.oci())) {
        return image.get("digest").asText();
      }
    }
    throw new AssertionError("no image for " + architecture + " in " + images);
  }

  /** What is in all layers of an image, the lowest first. */
  static List<TarArchiveEntry> entries(Written image, Architecture architecture)
      throws IOException {
    OciLayout layout = layout(image, image.archive().resolveSibling("entries"));
    List<TarArchiveEntry> entries = new ArrayList<>();
    for (JsonNode layer : layout.json(manifest(layout, architecture)).get("layers")) {
      Path blob = layout.blob(layer.get("digest").asText());
      try (TarArchiveInputStream tar =
          new TarArchiveInputStream(
              new GZIPInputStream(new BufferedInputStream(Files.newInputStream(blob))))) {
        for (TarArchiveEntry entry = tar.getNextEntry();
            entry != null;
            entry = tar.getNextEntry()) {
          entries.add(entry);
        }
      }
    }
    return entries;
  }
}
