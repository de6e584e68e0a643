package dev.groma.runner.cli;

import dev.groma.manifest.schema.Bounds;
import dev.groma.manifest.schema.CelRule;
import dev.groma.manifest.schema.Kind;
import dev.groma.manifest.schema.Schema;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A field and those below it, as text.
 *
 * @param out that it goes to
 */
record FieldText(PrintWriter out) {

  private static final int WIDTH = 80;

  void print(String path, Schema schema) {
    out.println("%s  <%s>".formatted(path, type(schema)));
    body(schema, "  ");
    for (CelRule rule : schema.rules()) {
      wrap("Rule: " + rule.message() + ".", "  ");
    }
    Schema holder = holder(schema);
    if (!holder.members().isEmpty()) {
      out.println();
      out.println("Fields:");
    }
    for (Map.Entry<String, Schema> member : holder.members().entrySet()) {
      String required = holder.required().contains(member.getKey()) ? ", required" : "";
      out.println("  %s  <%s%s>".formatted(member.getKey(), type(member.getValue()), required));
      body(member.getValue(), "      ");
    }
    out.flush();
  }

  private static Schema holder(Schema schema) {
    Schema element = schema.element();
    return schema.members().isEmpty() && element != null ? element : schema;
  }

  private static String type(Schema schema) {
    Schema.Limits limits = schema.limits();
    List<String> parts = new ArrayList<>();
    parts.add(
        limits.allowed().isEmpty() ? schema.kind().type() : String.join(" | ", limits.allowed()));
    add(parts, limits.value(), "");
    add(parts, limits.size(), schema.kind() == Kind.ARRAY ? " elements" : " characters");
    return String.join(", ", parts);
  }

  private static void add(List<String> parts, Bounds bounds, String unit) {
    if (bounds.isBounded()) {
      parts.add(bounds.describe() + unit);
    }
  }

  private void body(Schema schema, String indent) {
    wrap(schema.description(), indent);
  }

  private void wrap(String text, String indent) {
    StringBuilder line = new StringBuilder(indent);
    for (String word : text.split(" ")) {
      if (line.length() + word.length() > WIDTH && line.length() > indent.length()) {
        out.println(line.toString().stripTrailing());
        line = new StringBuilder(indent);
      }
      line.append(word).append(' ');
    }
    if (!line.toString().isBlank()) {
      out.println(line.toString().stripTrailing());
    }
  }
}
