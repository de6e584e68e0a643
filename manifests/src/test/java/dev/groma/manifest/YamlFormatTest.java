package dev.groma.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class YamlFormatTest {

  @Test
  void every_text_comes_back_as_the_text_it_was() {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    List<String> texts =
        List.of(
            "",
            " ",
            "5",
            "1e5",
            "0x10",
            "yes",
            "y",
            "Off",
            "null",
            "~",
            "2026-11-22T12:00:00Z",
            ".nan",
            "<<",
            "=",
            "a: b",
            "# no comment",
            "'quoted'",
            "two\nlines\n",
            "two\nlines",
            "  indented\nfirst",
            "tab\there",
            "Größe 図面 😀",
            "\u0000\u0007",
            "- item",
            "trailing ");
    for (String text : texts) {
      tree.put("text" + tree.size(), text);
      tree.put("name " + text, true);
    }
    JsonNode back = YamlFormat.read(YamlFormat.write(tree));
    assertThat(back).isEqualTo(tree);
  }

  @Test
  void members_keep_their_order_and_long_texts_their_lines() {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.put("b", 1.5)
        .put("a", "first\nsecond\n")
        .putArray("list")
        .add("one")
        .addObject()
        .put("c", true);
    assertThat(YamlFormat.write(tree))
        .isEqualTo(
            """
            b: 1.5
            a: |
              first
              second
            list:
            - one
            - c: true
            """);
  }
}
