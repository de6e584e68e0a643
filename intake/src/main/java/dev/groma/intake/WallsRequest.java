package dev.groma.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.groma.api.layoutqueue.RoomDetectionMapping;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code {"walls": [{"type": "line", "start": [0, 0], "end": [4, 0], "is_load_bearing": true}]}}: a
 * plan. Its unit is the mapping's; the walls themselves are judged by the engine.
 */
final class WallsRequest {

  private static final List<String> MEMBERS = List.of("walls", "job_id", "correlation_id");

  private static final ObjectMapper TREES = new ObjectMapper();

  private static final Renames RENAMES =
      Renames.of(
          new Renames.Rename("spec.roomDetection.walls", "walls"),
          new Renames.Rename("spec.idempotencyKey", "job_id"),
          new Renames.Rename("spec.correlationId", "correlation_id"));

  private WallsRequest() {}

  static Draft draft(
      JsonNode request, @Nullable RoomDetectionMapping mapping, Provenance provenance)
      throws Refusal {
    RoomDetectionMapping declared = Mapped.require(mapping, Shape.WALLS, "roomDetection");
    Fields fields = new Fields(request, MEMBERS);
    JsonNode walls = fields.required("walls", JsonNodeType.ARRAY);
    ObjectNode spec = JsonNodeFactory.instance.objectNode();
    Mapped.put(spec, "idempotencyKey", fields.text("job_id"));
    Mapped.put(spec, "correlationId", fields.text("correlation_id"));
    fields.end();
    ObjectNode rooms = TREES.valueToTree(declared);
    ObjectNode plan = JsonNodeFactory.instance.objectNode();
    plan.set("walls", walls);
    rooms.putObject("walls").put("inline", plan.toString());
    spec.set("roomDetection", rooms);
    return Draft.mapped(spec, RENAMES, provenance);
  }
}
