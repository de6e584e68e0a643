package dev.groma.runner.local;

import com.fasterxml.jackson.databind.JsonNode;
import dev.groma.api.layoutjob.ConfigMapKey;
import dev.groma.api.layoutjob.EngineBlock.NamedInput;
import dev.groma.api.layoutjob.S3Object;
import dev.groma.engine.Input;
import dev.groma.manifest.Manifest;
import dev.groma.manifest.ManifestSet;
import dev.groma.runner.attempt.Outcome;
import dev.groma.runner.transfer.FileWords;
import dev.groma.runner.transfer.TransferException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Gets the inputs of a job from where a laptop has them.
 *
 * @param manifests among which ConfigMaps are looked for
 * @param outside whether files may lie outside their manifest's folder
 * @param objects those in S3
 */
record InputResolver(ManifestSet manifests, Outside outside, ObjectInputs objects) {

  /** An input that is not at hand. */
  static final class Missing extends Exception {
    private static final long serialVersionUID = 1L;

    private final String path;
    private final transient TransferException failure;

    /** The path is that of the member of the manifest that names the input. */
    Missing(String path, String message) {
      this(path, TransferException.unreachable(message));
    }

    /** The path is that of the member of the manifest that names the input. */
    Missing(String path, TransferException failure) {
      super(failure.words());
      this.path = path;
      this.failure = failure;
    }

    /** What a run comes to that needs the input. */
    Outcome.NoAnswer outcome() {
      return Outcome.NoAnswer.of(
          new TransferException(failure.exitCode(), failure.reason(), path + ": " + words()));
    }

    String path() {
      return path;
    }

    String words() {
      return String.valueOf(getMessage());
    }
  }

  /**
   * The input.
   *
   * @param path of the input in the manifest, such as {@code spec.roomDetection.walls}
   * @param file that the input lies in; null where it lies in none
   */
  LocalInput resolve(Manifest job, NamedInput named, String path, @Nullable String file)
      throws Missing {
    if (file != null) {
      return file(job, named.name(), path + ".file", file);
    }
    String inline = named.source().inline();
    ConfigMapKey key = named.source().configMap();
    if (inline != null) {
      return new LocalInput(
          Input.ofText(named.name(), inline), new Origin.InManifest(job, path + ".inline"));
    }
    if (key != null) {
      return configMap(job, named.name(), path + ".configMap", key);
    }
    S3Object object = named.source().s3();
    if (object != null) {
      return objects.fetch(named.name(), path + ".s3", object);
    }
    if (named.source().volumeClaim() != null) {
      throw new Missing(
          path + ".volumeClaim",
          "the volume is in a cluster; copy the file to this machine and name it under file:");
    }
    throw new IllegalStateException("the CRD asks for one source of " + path);
  }

  private LocalInput file(Manifest job, String name, String path, String file) throws Missing {
    try {
      Path folder = job.folder().toRealPath();
      Path real = folder.resolve(file).toRealPath();
      if (outside == Outside.REFUSED && !real.startsWith(folder)) {
        throw new Missing(
            path,
            "%s lies outside the manifest's folder %s; move it there, or run with --allow-outside"
                .formatted(real, folder));
      }
      if (!Files.isRegularFile(real)) {
        throw new Missing(path, "%s is not a regular file".formatted(real));
      }
      return new LocalInput(Input.ofFile(name, real), new Origin.InFile(shown(real)));
    } catch (IOException unreadable) {
      throw new Missing(path, FileWords.of(unreadable));
    }
  }

  /** Short where the file lies below the current folder. */
  private static String shown(Path file) {
    Path here = Path.of("").toAbsolutePath();
    return (file.startsWith(here) ? here.relativize(file) : file).toString();
  }

  private LocalInput configMap(Manifest job, String name, String path, ConfigMapKey key)
      throws Missing {
    Manifest map =
        manifests
            .configMap(job.namespace(), key.name())
            .orElseThrow(() ->
                new Missing(
                    path,
                    ("there is no ConfigMap %s in namespace %s among the manifests given; name"
                            + " the file that holds it as well, or use file: on a laptop")
                        .formatted(key.name(), job.namespace())));
    JsonNode text = map.tree().path("data").path(key.key());
    if (text.isTextual()) {
      Origin origin = new Origin.InManifest(map, "data." + key.key());
      return new LocalInput(Input.ofText(name, text.asText()), origin);
    }
    JsonNode binary = map.tree().path("binaryData").path(key.key());
    if (!binary.isTextual()) {
      throw new Missing(
          path, "the ConfigMap %s has no text under the key %s".formatted(key.name(), key.key()));
    }
    try {
      byte[] bytes = Base64.getDecoder().decode(binary.asText());
      return new LocalInput(
          new BytesInput(name, bytes), new Origin.InManifest(map, "binaryData." + key.key()));
    } catch (IllegalArgumentException notBase64) {
      throw new Missing(
          path, "the key %s of the ConfigMap %s is not Base64".formatted(key.key(), key.name()));
    }
  }

  private record BytesInput(String name, byte[] bytes) implements Input {
    @Override
    public long size() {
      return bytes.length;
    }

    @Override
    public InputStream open() {
      return new ByteArrayInputStream(bytes);
    }
  }
}
