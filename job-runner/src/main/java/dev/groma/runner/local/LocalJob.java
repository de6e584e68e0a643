package dev.groma.runner.local;

import com.fasterxml.jackson.databind.JsonNode;
import dev.groma.api.layoutjob.EngineBlock;
import dev.groma.engine.Engine;
import dev.groma.manifest.Manifest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A job that a cluster would take, but for its files.
 *
 * @param manifest it was written as
 * @param engine that it asks for
 * @param block its parameters and where its inputs come from
 * @param files by path of the input
 */
public record LocalJob(
    Manifest manifest, Engine<?, ?> engine, EngineBlock block, Map<String, String> files) {

  public LocalJob {
    files = Map.copyOf(files);
  }

  /** The job's name; where it only has the beginning of one, that with {@code local}. */
  public String name() {
    JsonNode metadata = manifest.tree().path("metadata");
    return metadata.hasNonNull("name")
        ? manifest.name()
        : metadata.path("generateName").asText() + "local";
  }

  /** The job's UID; a laptop has none to give, and nobody to mistake one job for another. */
  String uid() {
    return manifest.tree().path("metadata").path("uid").asText("local");
  }

  /** The seed of random choices; 0 where the manifest says nothing. */
  public long seed() {
    return manifest.tree().path("spec").path("seed").asLong();
  }

  /** Whether the manifest says where a cluster is to keep the artifacts. */
  public boolean hasOutput() {
    return manifest.tree().path("spec").hasNonNull("output");
  }

  /** The path of an input in the manifest. */
  String inputPath(EngineBlock.NamedInput input) {
    return blockPath() + "." + input.path();
  }

  /** The path of the engine's block in the manifest. */
  String blockPath() {
    return "spec." + block.engine();
  }

  /** The file that an input lies in; null where it lies in none. */
  @Nullable String file(EngineBlock.NamedInput input) {
    return files.get(inputPath(input));
  }
}
