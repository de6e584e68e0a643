package dev.groma.engine.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** GDAL's own programs, from the Debian package gdal-bin. */
public final class Gdal {

  private Gdal() {}

  /** Ends the test when GDAL is not there: skipped, failed under CI. */
  public static void require() {
    try {
      run("gdalinfo", "--version");
    } catch (IOException missing) {
      SharedFiles.skipUnlessCi("gdalinfo is not there; scripts/test installs gdal-bin");
    }
  }

  /** {@code gdal_translate -q ... from to}. */
  public static void translate(Path from, Path to, String... options) throws IOException {
    List<String> command = new ArrayList<>(List.of("gdal_translate", "-q"));
    command.addAll(List.of(options));
    command.addAll(List.of(from.toString(), to.toString()));
    run(command.toArray(String[]::new));
  }

  /** What a command prints; an error when it fails. */
  public static String run(String... command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
        throw new AssertionError(String.join(" ", command) + ":\n" + output);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    } finally {
      process.destroyForcibly();
    }
    return output;
  }
}
