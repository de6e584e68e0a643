package dev.groma.e2e;

import dev.groma.api.layoutjob.LayoutJob;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** {@code ./groma}, as a user types it. */
public final class Laptop {

  private Laptop() {}

  /**
   * What the command printed and how it ended.
   *
   * @param exitCode of the process
   * @param output its standard output
   */
  public record End(int exitCode, String output) {
    /** The job with its status, as the command printed it. */
    public LayoutJob job() {
      return new KubernetesSerialization().unmarshal(output, LayoutJob.class);
    }
  }

  /** {@code ./groma run MANIFEST -o FOLDER --format json}. */
  public static End run(Path manifest, Path folder) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                List.of(
                    Layout.GROMA.toString(),
                    "run",
                    manifest.toString(),
                    "-o",
                    folder.toString(),
                    "--format",
                    "json"))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new End(process.waitFor(), output);
  }
}
