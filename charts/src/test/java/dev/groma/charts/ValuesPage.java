package dev.groma.charts;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rows of docs/reference/chart-values.md: a values.yaml's keys that carry a comment {@code #
 * --}, in its order. The comment is the line above the key.
 */
final class ValuesPage {

  private static final Pattern KEY = Pattern.compile("^( *)([A-Za-z0-9]+):(.*)$");
  private static final String COMMENT = "# -- ";

  /** Beyond this a default is not for a table. */
  private static final int LONG = 60;

  /**
   * A value that a user may set.
   *
   * @param path such as {@code image.tag}
   * @param byDefault as JSON, or where to look where that is long
   * @param text what it means
   */
  record Row(String path, String byDefault, String text) {}

  private final List<Row> rows = new ArrayList<>();
  private final List<String> undocumented = new ArrayList<>();

  private ValuesPage() {}

  static ValuesPage of(String values) {
    ValuesPage page = new ValuesPage();
    JsonNode defaults = new KubernetesSerialization().unmarshal(values, JsonNode.class);
    List<String> path = new ArrayList<>();
    int documented = Integer.MAX_VALUE;
    String comment = null;
    for (String line : values.lines().toList()) {
      Matcher key = KEY.matcher(line);
      if (line.strip().startsWith(COMMENT)) {
        comment = line.strip().substring(COMMENT.length());
      } else if (key.matches()) {
        int depth = key.group(1).length() / 2;
        if (depth > documented) {
          continue; // inside a value that is documented as a whole
        }
        documented = Integer.MAX_VALUE;
        while (path.size() > depth) {
          path.removeLast();
        }
        path.add(key.group(2));
        String name = String.join(".", path);
        JsonNode value = defaults.at("/" + String.join("/", path));
        if (comment != null) {
          page.rows.add(new Row(name, text(value), comment));
          documented = depth;
        } else if (!value.isObject()) {
          page.undocumented.add(name);
        }
        comment = null;
      }
    }
    return page;
  }

  List<Row> rows() {
    return rows;
  }

  /** Keys that are neither documented nor a group of documented ones. */
  List<String> undocumented() {
    return undocumented;
  }

  String table() {
    StringBuilder table = new StringBuilder("| value | default | meaning |\n|---|---|---|\n");
    for (Row row : rows) {
      table.append("| `%s` | %s | %s |%n".formatted(row.path(), row.byDefault(), row.text()));
    }
    return table.toString();
  }

  private static String text(JsonNode value) {
    String text = value.isTextual() ? value.asText() : value.toString();
    if (text.length() > LONG) {
      return "see values.yaml";
    }
    return text.isEmpty() ? "" : "`" + text + "`";
  }
}
