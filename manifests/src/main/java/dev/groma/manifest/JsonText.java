package dev.groma.manifest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.groma.engine.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Reads the documents of a JSON text, one after another. */
final class JsonText {

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(Documents.MAX_DEPTH)
                  .maxStringLength(Source.MAX_BYTES)
                  .build())
          .build();

  private final JsonParser parser;
  private Places places = new Places();

  private JsonText(JsonParser parser) {
    this.parser = parser;
  }

  static Documents read(String text) {
    List<Document> documents = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    try (JsonParser parser = JSON.createParser(text)) {
      JsonText reader = new JsonText(parser);
      while (parser.nextToken() != null) {
        reader.places = new Places();
        documents.add(new Document(reader.value(""), reader.places));
      }
    } catch (JsonProcessingException syntax) {
      JsonLocation location = syntax.getLocation();
      problems.add(
          new Problem(
              "",
              location == null ? null : location.getLineNr(),
              location == null ? null : location.getColumnNr(),
              "is not JSON: " + syntax.getOriginalMessage()));
    } catch (IOException impossible) {
      throw new UncheckedIOException("reading from memory", impossible);
    }
    return new Documents(documents, problems);
  }

  private JsonNode value(String path) throws IOException {
    note(path);
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    JsonToken token = parser.currentToken();
    return switch (token) {
      case START_OBJECT -> object(path);
      case START_ARRAY -> list(path);
      case VALUE_STRING -> nodes.textNode(parser.getText());
      case VALUE_NUMBER_INT ->
          parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
              ? nodes.numberNode(parser.getBigIntegerValue())
              : nodes.numberNode(parser.getLongValue());
      case VALUE_NUMBER_FLOAT -> real();
      case VALUE_TRUE -> nodes.booleanNode(true);
      case VALUE_FALSE -> nodes.booleanNode(false);
      case VALUE_NULL -> nodes.nullNode();
      case null, default -> throw new IllegalStateException("no JSON value: " + token);
    };
  }

  private JsonNode real() throws IOException {
    double value = parser.getDoubleValue();
    if (Double.isInfinite(value)) {
      throw new JsonParseException(parser, "a number must be below 1.8e308 in size");
    }
    return JsonNodeFactory.instance.numberNode(value);
  }

  private ObjectNode object(String path) throws IOException {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      String memberPath = Places.member(path, name);
      if (object.has(name)) {
        throw new JsonParseException(
            parser,
            "%s is given twice, first on line %d"
                .formatted(memberPath, places.of(memberPath).line()));
      }
      note(memberPath);
      parser.nextToken();
      object.set(name, value(memberPath));
    }
    return object;
  }

  private ArrayNode list(String path) throws IOException {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      list.add(value(Places.element(path, list.size())));
    }
    return list;
  }

  private void note(String path) {
    JsonLocation location = parser.currentTokenLocation();
    places.note(path, location.getLineNr(), location.getColumnNr());
  }
}
