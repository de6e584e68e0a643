package dev.groma.bench.sitefit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A parcel and a house to measure with.
 *
 * @param id for the table
 * @param parcel as JSON with coordinates and holes
 * @param house as JSON with coordinates
 * @param setback metres
 */
record Sample(String id, JsonNode parcel, JsonNode house, double setback) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The synthetic one, and the shared ones where they are. */
  static List<Sample> all(Path cases) throws IOException {
    List<Sample> samples = new ArrayList<>(List.of(large()));
    if (Files.exists(cases)) {
      for (JsonNode each : JSON.readTree(cases.toFile())) {
        JsonNode input = each.get("input");
        samples.add(
            new Sample(
                each.get("id").asText(),
                input.get("parcel"),
                input.get("house"),
                input.get("setback").asDouble()));
      }
    }
    return samples;
  }

  /** A parcel of 30 edges, every third corner pulled in, and a comb of ten pieces: nine teeth. */
  private static Sample large() {
    ObjectNode parcel = JSON.createObjectNode();
    ArrayNode ring = parcel.putArray("coordinates");
    for (int i = 0; i <= 30; i++) {
      double angle = 2 * Math.PI * (i % 30) / 30;
      double radius = i % 3 == 0 ? 27 : 32;
      ring.addArray().add(radius * Math.cos(angle)).add(radius * Math.sin(angle));
    }
    ObjectNode house = JSON.createObjectNode();
    ArrayNode comb = house.putArray("coordinates");
    comb.addArray().add(0).add(0);
    comb.addArray().add(17).add(0);
    for (int tooth = 8; tooth >= 0; tooth--) {
      double depth = 6 + tooth % 3;
      comb.addArray().add(2 * tooth + 1).add(depth);
      comb.addArray().add(2 * tooth).add(depth);
      if (tooth > 0) {
        comb.addArray().add(2 * tooth).add(4);
        comb.addArray().add(2 * tooth - 1).add(4);
      }
    }
    comb.addArray().add(0).add(0);
    return new Sample("30 edges, 10 pieces", parcel, house, 3);
  }

  /** The same for the peer. */
  ObjectNode toJson() {
    ObjectNode node = JSON.createObjectNode();
    node.put("id", id);
    node.set("parcel", parcel);
    node.set("house", house);
    node.put("setback", setback);
    return node;
  }
}
