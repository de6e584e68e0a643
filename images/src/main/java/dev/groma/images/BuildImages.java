package dev.groma.images;

import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The program behind {@code make images}. */
public final class BuildImages {

  private BuildImages() {}

  /**
   * Writes the archives and prints each one's path and the image's digest.
   *
   * @param arguments the source folder, the folder of the base, the source's revision, and the
   *     folder to write to
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length != 4) {
      System.err.println("usage: images/build");
      System.exit(64);
    }
    Path base = Path.of(arguments[1]);
    Path output = Files.createDirectories(Path.of(arguments[3]));
    new Run(new Programs(Path.of(arguments[0])), base, Release.ofThisBuild(arguments[2]), output)
        .all();
  }

  /** One call of the program. */
  private record Run(Programs programs, Path base, Release release, Path output) {

    void all() throws IOException, InterruptedException {
      write(List.of(programs::runner, programs::operator));
    }

    private void write(List<Recipe> recipes) throws IOException, InterruptedException {
      Path work = Files.createTempDirectory(output, "work");
      try {
        int number = 0;
        for (Recipe recipe : recipes) {
          write(recipe, Files.createDirectory(work.resolve(Integer.toString(number++))));
        }
      } finally {
        Folders.delete(work);
      }
    }

    private void write(Recipe recipe, Path work) throws IOException, InterruptedException {
      ImageWriter writer = new ImageWriter(release, work.resolve("cache"));
      Map<Architecture, Path> images = new EnumMap<>(Architecture.class);
      String repository = "";
      for (Architecture architecture : Architecture.values()) {
        ImageContent content = recipe.on(Layers.tree("base", base.resolve(architecture.oci())));
        Path image = work.resolve(architecture.oci() + ".tar");
        writer.write(content, architecture, image);
        images.put(architecture, image);
        repository = content.repository();
      }
      Path archive = output.resolve("%s-%s.tar".formatted(repository, release.version()));
      String digest =
          new OciArchive(repository, release.version())
              .join(images, Files.createDirectory(work.resolve("joined")), archive);
      System.out.printf("%s %s%n", archive, digest);
    }
  }

  /** Makes an image's content on a base. */
  @FunctionalInterface
  private interface Recipe {
    ImageContent on(FileEntriesLayer base) throws IOException;
  }
}
