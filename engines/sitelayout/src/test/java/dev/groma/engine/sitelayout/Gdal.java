package dev.groma.engine.sitelayout;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Assumptions;

/** GDAL's own programs, from the Debian package gdal-bin. */
final class Gdal {

  private Gdal() {}

  /** Ends the test when GDAL is not there: skipped, failed under CI. */
  static void require() throws Exception {
    try {
      run("gdalinfo", "--version");
    } catch (IOException missing) {
      String message = "gdalinfo is not there; scripts/test installs gdal-bin";
      if ("true".equals(System.getenv("CI"))) {
        throw new AssertionError(message, missing);
      }
      Assumptions.abort(message);
    }
  }

  /** What a program prints; an error when it fails. */
  static String run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new AssertionError(String.join(" ", command) + ":\n" + output);
    }
    return output;
  }
}
