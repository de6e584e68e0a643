package dev.groma.runner.cli;

import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.runner.RunnerContract;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** What {@code groma --version} says: the version of the build, and of what it speaks. */
public final class VersionText implements IVersionProvider {

  private static final String RESOURCE = "/dev/groma/runner/version.properties";

  @Override
  public String[] getVersion() {
    return new String[] {
      "groma " + ofBuild(),
      "manifests: " + LayoutJob.API_VERSION + ", runner contract: " + RunnerContract.API_VERSION
    };
  }

  /** The version in the pom. */
  static String ofBuild() {
    try (InputStream in = VersionText.class.getResourceAsStream(RESOURCE)) {
      Properties properties = new Properties();
      properties.load(Objects.requireNonNull(in, RESOURCE));
      return properties.getProperty("version");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(RESOURCE, unreadable);
    }
  }
}
