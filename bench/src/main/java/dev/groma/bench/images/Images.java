package dev.groma.bench.images;

import com.fasterxml.jackson.databind.JsonNode;
import dev.groma.images.OciLayout;
import dev.groma.images.UnpackedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Prints the sizes of the images that {@code make images} has written, and times the runner.
 *
 * @param archives the folder of the archives
 * @param work an empty folder to unpack them to
 */
public record Images(Path archives, Path work) {

  private static final String RUNNER = "groma-runner";

  /**
   * Measures.
   *
   * @param arguments the folder of the archives; an empty folder to unpack them to; a Python with
   *     shapely; the script that finds rooms with it
   */
  public static void main(String[] arguments) throws IOException {
    Images images = new Images(Path.of(arguments[0]), Path.of(arguments[1]));
    images.printSizes();
    System.out.println();
    UnpackedImage runner =
        new UnpackedImage(
            images.root(RUNNER, "amd64"), images.config(images.layout(RUNNER), "amd64"));
    new ColdStart(runner, Path.of(arguments[2]), Path.of(arguments[3])).print();
  }

  private void printSizes() throws IOException {
    System.out.println("| image | architecture | download | unpacked |");
    System.out.println("|---|---|---|---|");
    for (String name : new String[] {RUNNER, "groma-operator"}) {
      OciLayout layout = layout(name);
      Files.createDirectory(layout.folder());
      layout.unpack(archive(name));
      for (String architecture : new String[] {"amd64", "arm64"}) {
        Path root = root(name, architecture);
        UnpackedImage.of(layout, manifest(layout, architecture), root);
        System.out.printf(
            Locale.ROOT,
            "| %s | %s | %.1f MB | %.1f MB |%n",
            name,
            architecture,
            download(layout.json(manifest(layout, architecture))) / 1e6,
            size(root) / 1e6);
      }
    }
  }

  private OciLayout layout(String name) {
    return new OciLayout(work.resolve(name));
  }

  private Path root(String name, String architecture) {
    return work.resolve(name + "-" + architecture);
  }

  private Path archive(String name) throws IOException {
    try (Stream<Path> files = Files.list(archives)) {
      return files
          .filter(file -> file.getFileName().toString().matches(name + "-.*\\.tar"))
          .findFirst()
          .orElseThrow(() ->
              new NoSuchFileException(archives + "/" + name, null, "`make images` writes it"));
    }
  }

  private JsonNode config(OciLayout layout, String architecture) throws IOException {
    return layout.json(layout.json(manifest(layout, architecture)).at("/config/digest").asText());
  }

  private static String manifest(OciLayout layout, String architecture) throws IOException {
    JsonNode images = layout.json(layout.index().at("/manifests/0/digest").asText());
    return StreamSupport.stream(images.get("manifests").spliterator(), false)
        .filter(image -> image.at("/platform/architecture").asText().equals(architecture))
        .map(image -> image.get("digest").asText())
        .findFirst()
        .orElseThrow();
  }

  /** Bytes of the layers as they travel. */
  private static long download(JsonNode manifest) {
    return StreamSupport.stream(manifest.get("layers").spliterator(), false)
        .mapToLong(layer -> layer.get("size").asLong())
        .sum();
  }

  private static long size(Path root) throws IOException {
    try (Stream<Path> paths = Files.walk(root)) {
      long bytes = 0;
      for (Path file : paths.filter(Files::isRegularFile).toList()) {
        bytes += Files.size(file);
      }
      return bytes;
    }
  }
}
