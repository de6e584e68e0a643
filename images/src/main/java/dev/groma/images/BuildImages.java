package dev.groma.images;

import dev.groma.images.training.RunnerTraining;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The program behind {@code make images}. */
public final class BuildImages {

  private static final int USAGE = 64;
  private static final int NO_INPUT = 66;

  private BuildImages() {}

  /**
   * Writes the archives and prints each one's path and the image's digest.
   *
   * @param arguments the source folder; the folder of the base; the folder of what is kept between
   *     builds; the source's revision; the folder to write to
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length != 5) {
      System.err.println("usage: images/build");
      System.exit(USAGE);
    }
    try {
      write(arguments);
    } catch (NoSuchFileException missing) {
      System.err.println("images/build: " + missing.getMessage());
      System.exit(NO_INPUT);
    }
  }

  private static void write(String[] arguments) throws IOException, InterruptedException {
    Path source = Path.of(arguments[0]);
    ImageBuild build =
        new ImageBuild(
            new Programs(source),
            Path.of(arguments[1]),
            new RunnerTraining(source.resolve("examples"), Path.of(arguments[2])),
            Release.ofThisBuild(arguments[3]));
    Path output = Files.createDirectories(Path.of(arguments[4]));
    print(build.runner(output));
    print(build.operator(output));
    print(build.bridge(output));
  }

  private static void print(ImageBuild.Written image) {
    System.out.printf("%s %s%n", image.archive(), image.digest());
  }
}
