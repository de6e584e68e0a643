package dev.groma.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.groma.api.reason.RefusalReason;
import org.jspecify.annotations.Nullable;

/** What the mapping of every shape needs. */
final class Mapped {

  private Mapped() {}

  /** What the LayoutQueue declares about a shape; one that is not declared is not taken. */
  static <T> T require(@Nullable T mapping, Shape shape, String member) throws Refusal {
    if (mapping == null) {
      throw new Refusal(
          RefusalReason.MappingMissing,
          "this is %s, and the LayoutQueue does not say how it becomes a job: declare"
                  .formatted(shape.title())
              + " spec.mappings."
              + member);
    }
    return mapping;
  }

  /** Sets a member where there is a value. */
  static void put(ObjectNode object, String name, @Nullable String value) {
    if (value != null) {
      object.put(name, value);
    }
  }
}
