package dev.groma.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.groma.engine.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Makes a JSON tree of one YAML document: aliases unfolded within bounds, merge keys merged. */
final class YamlTree {

  /** Values in one document with every alias unfolded; chosen: a manifest has some dozens. */
  private static final int MAX_VALUES = 100_000;

  /** A document that JSON cannot say. */
  static final class Misfit extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    Misfit(String path, Mark mark, String message) {
      super(message);
      problem = new Problem(path, mark.getLine() + 1, mark.getColumn() + 1, message);
    }

    Problem problem() {
      return problem;
    }
  }

  private final Places places = new Places();
  private int values;

  private YamlTree() {}

  static Document of(Node root) throws Misfit {
    YamlTree tree = new YamlTree();
    return new Document(tree.value(root, "", 0), tree.places);
  }

  private JsonNode value(Node node, String path, int depth) throws Misfit {
    Mark mark = node.getStartMark();
    places.note(path, mark.getLine() + 1, mark.getColumn() + 1);
    if (depth > Documents.MAX_DEPTH) {
      throw new Misfit(path, mark, "is nested deeper than " + Documents.MAX_DEPTH);
    }
    if (++values > MAX_VALUES) {
      throw new Misfit(
          path, mark, "the document unfolds to more than %d values".formatted(MAX_VALUES));
    }
    return switch (node) {
      case ScalarNode scalar -> scalar(scalar, path);
      case SequenceNode list -> list(list, path, depth);
      case MappingNode map -> {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        addMembers(object, map, path, depth);
        yield object;
      }
      default -> throw new IllegalStateException("no kind of YAML node: " + node.getNodeId());
    };
  }

  private JsonNode scalar(ScalarNode scalar, String path) throws Misfit {
    if (scalar.getScalarStyle() == ScalarStyle.LITERAL) {
      // The mark is the bar; the text begins on the line after it.
      places.noteLiteral(path, scalar.getStartMark().getLine() + 2);
    }
    try {
      return YamlScalars.value(scalar);
    } catch (IllegalArgumentException misfit) {
      throw new Misfit(path, scalar.getStartMark(), String.valueOf(misfit.getMessage()));
    }
  }

  private ArrayNode list(SequenceNode list, String path, int depth) throws Misfit {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (Node element : list.getValue()) {
      array.add(value(element, Places.element(path, array.size()), depth + 1));
    }
    return array;
  }

  private void addMembers(ObjectNode object, MappingNode map, String path, int depth)
      throws Misfit {
    Map<String, Mark> own = new HashMap<>();
    for (NodeTuple member : map.getValue()) {
      if (member.getKeyNode().getTag().equals(Tag.MERGE)) {
        merge(object, member.getValueNode(), path, depth);
        continue;
      }
      String name = name(member.getKeyNode(), path);
      Mark mark = member.getKeyNode().getStartMark();
      Mark first = own.putIfAbsent(name, mark);
      String memberPath = Places.member(path, name);
      if (first != null) {
        throw new Misfit(
            memberPath, mark, "is given twice, first on line " + (first.getLine() + 1));
      }
      places.note(memberPath, mark.getLine() + 1, mark.getColumn() + 1);
      object.set(name, value(member.getValueNode(), memberPath, depth + 1));
    }
  }

  /** Members merged in give way to the object's own and to those merged before them. */
  private void merge(ObjectNode object, Node merged, String path, int depth) throws Misfit {
    List<Node> maps = merged instanceof SequenceNode list ? list.getValue() : List.of(merged);
    for (Node map : maps) {
      if (!(map instanceof MappingNode members)) {
        throw new Misfit(path, map.getStartMark(), "<< takes a map or a list of maps");
      }
      ObjectNode added = JsonNodeFactory.instance.objectNode();
      addMembers(added, members, path, depth + 1);
      added.properties().forEach(member -> object.putIfAbsent(member.getKey(), member.getValue()));
    }
  }

  private static String name(Node key, String path) throws Misfit {
    if (key instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL)) {
      return scalar.getValue();
    }
    throw new Misfit(path, key.getStartMark(), "the name of a member must be a word");
  }
}
