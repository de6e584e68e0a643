package dev.groma.images;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Objects;
import java.util.Properties;

/**
 * What the images are a release of.
 *
 * @param version as the chart's appVersion, and the images' tag
 * @param created the build's fixed time
 * @param revision of the source, as version control has it; empty where that is unknown
 */
public record Release(String version, Instant created, String revision) {

  private static final String SNAPSHOT = "-SNAPSHOT";

  /** Of the build that this class belongs to. */
  public static Release ofThisBuild(String revision) {
    Properties build = new Properties();
    try (InputStream stream =
        Objects.requireNonNull(Release.class.getResourceAsStream("build.properties"))) {
      build.load(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String version = build.getProperty("version");
    return new Release(
        version.endsWith(SNAPSHOT)
            ? version.substring(0, version.length() - SNAPSHOT.length())
            : version,
        Instant.parse(build.getProperty("created")),
        revision);
  }
}
