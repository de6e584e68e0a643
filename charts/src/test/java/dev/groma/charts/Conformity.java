package dev.groma.charts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.groma.cluster.charts.GoTool;
import dev.groma.cluster.program.Output;
import dev.groma.cluster.program.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What kubeconform says of manifests.
 *
 * @param valid number of objects that are as their schemas want them
 * @param complaints one for each other object: it breaks its schema, has none, or cannot be read
 */
record Conformity(int valid, List<String> complaints) {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final class Holder {
    static final Program KUBECONFORM = new Program(GoTool.KUBECONFORM.path());
  }

  /**
   * Asks it.
   *
   * @param schemas a folder written by {@link JsonSchemas}
   * @param manifests YAML documents
   */
  static Conformity of(Path schemas, String manifests) {
    Output output =
        Holder.KUBECONFORM.run(
            List.of(
                "-strict",
                "-verbose",
                "-output=json",
                "-schema-location="
                    + schemas
                    + "/{{.Group}}/{{.ResourceAPIVersion}}/{{.ResourceKind}}.json"),
            manifests);
    try {
      int valid = 0;
      List<String> complaints = new ArrayList<>();
      for (JsonNode object : JSON.readTree(output.out()).path("resources")) {
        if (object.path("status").asText().equals("statusValid")) {
          valid++;
        } else {
          complaints.add(
              "%s %s: %s"
                  .formatted(
                      object.path("kind").asText(),
                      object.path("name").asText(),
                      object.path("msg").asText()));
        }
      }
      return new Conformity(valid, complaints);
    } catch (IOException e) {
      throw new UncheckedIOException(output.out() + output.err(), e);
    }
  }
}
