package dev.groma.images;

import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import java.util.List;

/**
 * What makes an image, for one architecture.
 *
 * @param repository its name without registry and tag
 * @param description a sentence for its label
 * @param layers the lowest first
 * @param entrypoint command and arguments; a container's own arguments follow
 */
public record ImageContent(
    String repository, String description, List<FileEntriesLayer> layers, List<String> entrypoint) {

  /** Keeps copies. */
  public ImageContent {
    layers = List.copyOf(layers);
    entrypoint = List.copyOf(entrypoint);
  }
}
