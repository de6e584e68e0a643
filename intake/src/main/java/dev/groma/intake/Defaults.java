package dev.groma.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.groma.api.layoutjob.LayoutJobSpec;
import dev.groma.api.layoutqueue.JobDefaults;

/** What jobs of a queue get that their requests do not say. */
public final class Defaults {

  private static final ObjectMapper TREES = new ObjectMapper();

  private Defaults() {}

  /**
   * A spec with the defaults of its queue; its own values win. Execution and reuse are filled
   * member by member, but an output is one place: it is taken as a whole.
   */
  public static LayoutJobSpec fill(LayoutJobSpec spec, JobDefaults defaults) {
    if (defaults.equals(JobDefaults.NONE)) {
      return spec;
    }
    ObjectNode own = TREES.valueToTree(spec);
    ObjectNode given = TREES.valueToTree(defaults);
    JsonNode output = given.remove("output");
    given.remove("namespace");
    if (output != null && spec.output() == null) {
      own.set("output", output);
    }
    fill(own, given);
    try {
      return TREES.treeToValue(own, LayoutJobSpec.class);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a spec is one with its defaults as well", impossible);
    }
  }

  private static void fill(ObjectNode own, ObjectNode given) {
    given
        .properties()
        .forEach(member -> {
          JsonNode present = own.get(member.getKey());
          if (present == null) {
            own.set(member.getKey(), member.getValue());
          } else if (present instanceof ObjectNode mine
              && member.getValue() instanceof ObjectNode theirs) {
            fill(mine, theirs);
          }
        });
  }
}
