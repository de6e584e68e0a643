package dev.groma.images;

import com.google.cloud.tools.jib.api.CacheDirectoryCreationException;
import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.RegistryException;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.ImageFormat;
import com.google.cloud.tools.jib.api.buildplan.Platform;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;

/**
 * Writes an image of one architecture, by Jib.
 *
 * @param release for its labels and its tag
 * @param cache folder for layers that are compressed already
 */
public record ImageWriter(Release release, Path cache) {

  /** User and group of the restricted Pod's that the chart and the operator make. */
  private static final String NOBODY = "65532:65532";

  /** Writes the archive; the same content gives the same bytes. */
  public void write(ImageContent image, Architecture architecture, Path archive)
      throws IOException, InterruptedException {
    try {
      Jib.fromScratch()
          .setFormat(ImageFormat.OCI)
          .setPlatforms(Set.of(new Platform(architecture.oci(), "linux")))
          .setCreationTime(release.created())
          .setLabels(labels(image))
          .setUser(NOBODY)
          .setWorkingDirectory(AbsoluteUnixPath.get("/tmp"))
          .setEntrypoint(image.entrypoint())
          .setProgramArguments()
          .setFileEntriesLayers(image.layers())
          .containerize(
              Containerizer.to(
                      TarImage.at(archive).named(image.repository() + ":" + release.version()))
                  .setBaseImageLayersCache(cache)
                  .setApplicationLayersCache(cache)
                  .setOfflineMode(true));
    } catch (InvalidImageReferenceException
        | RegistryException
        | CacheDirectoryCreationException
        | ExecutionException e) {
      throw new IOException("could not write " + archive + ": " + e.getMessage(), e);
    }
  }

  /** Keys of the OCI image specification, annotations; in an order that is always the same. */
  private Map<String, String> labels(ImageContent image) {
    Map<String, String> labels = new TreeMap<>();
    labels.put("org.opencontainers.image.title", image.repository());
    labels.put("org.opencontainers.image.description", image.description());
    labels.put("org.opencontainers.image.version", release.version());
    labels.put("org.opencontainers.image.revision", release.revision());
    labels.put("org.opencontainers.image.created", release.created().toString());
    labels.put("org.opencontainers.image.vendor", "Groma");
    labels.put("org.opencontainers.image.licenses", "Apache-2.0");
    return labels;
  }
}
