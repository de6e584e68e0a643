package dev.groma.charts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.groma.cluster.ControlPlane;
import dev.groma.cluster.await.Await;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionVersion;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The JSON Schema of every kind that an API server knows, its own and those of CRDs, made of the
 * OpenAPI v3 documents that it publishes. Strict: a field that is not described is refused, as the
 * server does under {@code fieldValidation=Strict}.
 */
final class JsonSchemas {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ROOT = "/openapi/v3";

  private final KubernetesClient client;
  private final Path folder;

  private JsonSchemas(KubernetesClient client, Path folder) {
    this.client = client;
    this.folder = folder;
  }

  /**
   * Writes them.
   *
   * @param folder an empty one, for files {@code GROUP/VERSION/KIND.json}, the kind in lower case;
   *     the core group is called as its version, which is how kubeconform asks for it
   */
  static void write(ControlPlane cluster, Path folder) {
    JsonSchemas schemas = new JsonSchemas(cluster.client(), folder);
    schemas.awaitThoseOfCrds();
    schemas.write();
  }

  /** What a CRD says is published a moment after it is served. */
  private void awaitThoseOfCrds() {
    for (CustomResourceDefinition crd :
        client.apiextensions().v1().customResourceDefinitions().list().getItems()) {
      for (CustomResourceDefinitionVersion version : crd.getSpec().getVersions()) {
        if (version.getServed()) {
          String path = "apis/%s/%s".formatted(crd.getSpec().getGroup(), version.getName());
          String kind = "\"kind\":\"%s\"".formatted(crd.getSpec().getNames().getKind());
          Await.until("%s to describe %s".formatted(path, kind), () -> describes(path, kind));
        }
      }
    }
  }

  private boolean describes(String path, String kind) {
    try {
      return client.raw(ROOT + "/" + path).contains(kind);
    } catch (KubernetesClientException e) {
      return false;
    }
  }

  private void write() {
    for (String path : properties(get(ROOT).path("paths"))) {
      if (path.matches("api/v1|apis/[^/]+/[^/]+")) {
        write(path);
      }
    }
  }

  private static Iterable<String> properties(JsonNode object) {
    return object::fieldNames;
  }

  /**
   * A document as a whole, and for each kind of its group and version a file that points into it.
   */
  private void write(String path) {
    JsonNode schemas = get(ROOT + "/" + path).at("/components/schemas");
    schemas.forEach(JsonSchemas::close);
    Path whole = folder.resolve("openapi/%s.json".formatted(path.replace('/', '_')));
    ObjectNode document = JSON.createObjectNode();
    document.putObject("components").set("schemas", schemas);
    write(whole, document);
    String groupVersion = path.substring(path.indexOf('/') + 1);
    schemas
        .properties()
        .forEach(schema -> {
          for (JsonNode kind : schema.getValue().path("x-kubernetes-group-version-kind")) {
            if (apiVersion(kind).equals(groupVersion)) {
              ObjectNode pointer = JSON.createObjectNode();
              pointer.put(
                  "$ref",
                  "../../openapi/%s#/components/schemas/%s"
                      .formatted(whole.getFileName(), schema.getKey()));
              write(place(groupVersion, kind.path("kind").asText()), pointer);
            }
          }
        });
  }

  private Path place(String groupVersion, String kind) {
    String group = groupVersion.contains("/") ? groupVersion : groupVersion + "/" + groupVersion;
    return folder.resolve("%s/%s.json".formatted(group, kind.toLowerCase(Locale.ROOT)));
  }

  private static String apiVersion(JsonNode kind) {
    String group = kind.path("group").asText();
    return (group.isEmpty() ? "" : group + "/") + kind.path("version").asText();
  }

  /**
   * Refuses further fields wherever fields are described. Not inside anyOf and the like: they
   * describe the same object once more, in part.
   */
  private static void close(JsonNode schema) {
    if (schema instanceof ObjectNode object) {
      JsonNode fields = object.path("properties");
      fields.forEach(JsonSchemas::close);
      close(object.path("items"));
      close(object.path("additionalProperties"));
      if (fields.isObject()
          && !object.has("additionalProperties")
          && !object.path("x-kubernetes-preserve-unknown-fields").asBoolean()) {
        object.put("additionalProperties", false);
      }
    }
  }

  private JsonNode get(String path) {
    try {
      return JSON.readTree(client.raw(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path file, JsonNode content) {
    try {
      Files.createDirectories(file.getParent());
      JSON.writeValue(file.toFile(), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
