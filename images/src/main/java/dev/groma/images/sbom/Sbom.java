package dev.groma.images.sbom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * The components of an image, as CycloneDX has them.
 *
 * @param components by their package URL
 */
public record Sbom(List<JsonNode> components) {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** Keeps a copy. */
  public Sbom {
    components = List.copyOf(components);
  }

  /**
   * Of an image.
   *
   * @param maven list of everything that the programs may depend on, in CycloneDX
   * @param jars of the image
   * @param bases folders of its bases
   * @throws IllegalArgumentException for a jar that is not listed
   * @throws NoSuchFileException when there is no list; the message says how to get one
   */
  public static Sbom of(Path maven, List<Path> jars, List<Path> bases) throws IOException {
    if (Files.notExists(maven)) {
      throw new NoSuchFileException(
          maven.toString(),
          null,
          "it lists what the programs depend on, for the SBOM; `mvnw package` writes it, but passes"
              + " that over when it is offline: build once without -o");
    }
    Map<String, JsonNode> listed = new HashMap<>();
    JsonNode bom = JSON.readTree(maven.toFile());
    for (JsonNode component : bom.get("components")) {
      String file = "%s-%s.jar".formatted(text(component, "name"), text(component, "version"));
      listed.put(file, component);
      listed.put(text(component, "group") + "." + file, component);
    }
    List<JsonNode> components = new ArrayList<>();
    for (Path jar : jars) {
      String name = jar.getFileName().toString();
      JsonNode component = listed.get(name);
      if (component == null) {
        throw new IllegalArgumentException(
            "%s is in the image and not in %s; make images/pom.xml depend on it"
                .formatted(name, maven));
      }
      components.add(component);
    }
    for (Path base : bases) {
      DebianPackage.in(base).forEach(debian -> components.add(debian.component(JSON)));
    }
    components.sort(Comparator.comparing(component -> text(component, "purl")));
    return new Sbom(components);
  }

  /**
   * The document.
   *
   * @param name of the image
   * @param version of the image
   * @param created the build's fixed time
   */
  public byte[] document(String name, String version, String created) throws IOException {
    ObjectNode bom =
        JSON.createObjectNode()
            .put("bomFormat", "CycloneDX")
            .put("specVersion", "1.6")
            .put("version", 1);
    ObjectNode metadata = bom.putObject("metadata").put("timestamp", created);
    metadata
        .putObject("component")
        .put("type", "container")
        .put("bom-ref", name)
        .put("name", name)
        .put("version", version);
    ArrayNode all = bom.putArray("components");
    components.forEach(all::add);
    return JSON.writeValueAsBytes(bom);
  }

  /** A line for each component: package URL, licences. */
  public String licences() {
    return components.stream()
        .map(component ->
            "%s: %s%n".formatted(text(component, "purl"), String.join(" or ", licences(component))))
        .distinct()
        .collect(Collectors.joining());
  }

  /** The licences that a component may be used under: SPDX ids or expressions, else their names. */
  public static List<String> licences(JsonNode component) {
    return StreamSupport.stream(component.path("licenses").spliterator(), false)
        .map(choice -> {
          if (choice.has("expression")) {
            return text(choice, "expression");
          }
          JsonNode licence = choice.path("license");
          return text(licence, licence.has("id") ? "id" : "name");
        })
        .toList();
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asText();
  }
}
