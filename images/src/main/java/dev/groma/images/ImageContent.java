package dev.groma.images;

import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What makes an image, for one architecture.
 *
 * @param repository its name without registry and tag
 * @param description a sentence for its label
 * @param jars of libraries and of our modules, on this machine
 * @param layers the lowest first
 * @param entrypoint command and arguments; a container's own arguments follow
 */
public record ImageContent(
    String repository,
    String description,
    List<Path> jars,
    List<FileEntriesLayer> layers,
    List<String> entrypoint) {

  /** Keeps copies. */
  public ImageContent {
    jars = List.copyOf(jars);
    layers = List.copyOf(layers);
    entrypoint = List.copyOf(entrypoint);
  }

  /** The same with a layer on top. */
  ImageContent with(FileEntriesLayer layer) {
    return new ImageContent(
        repository,
        description,
        jars,
        Stream.concat(layers.stream(), Stream.of(layer)).toList(),
        entrypoint);
  }
}
