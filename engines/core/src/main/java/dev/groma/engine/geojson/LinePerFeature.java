package dev.groma.engine.geojson;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;

/** Breaks lines between the collection's members and between its features, nowhere else. */
final class LinePerFeature extends MinimalPrettyPrinter {

  private static final long serialVersionUID = 1L;

  @Override
  public void beforeObjectEntries(JsonGenerator generator) throws IOException {
    if (depth(generator) == 1) {
      generator.writeRaw('\n');
    }
  }

  @Override
  public void writeObjectEntrySeparator(JsonGenerator generator) throws IOException {
    generator.writeRaw(depth(generator) == 1 ? ",\n" : ",");
  }

  @Override
  public void beforeArrayValues(JsonGenerator generator) throws IOException {
    if (depth(generator) == 2) {
      generator.writeRaw('\n');
    }
  }

  @Override
  public void writeArrayValueSeparator(JsonGenerator generator) throws IOException {
    generator.writeRaw(depth(generator) == 2 ? ",\n" : ",");
  }

  @Override
  public void writeEndArray(JsonGenerator generator, int values) throws IOException {
    generator.writeRaw(depth(generator) == 2 ? "\n]" : "]");
  }

  @Override
  public void writeEndObject(JsonGenerator generator, int members) throws IOException {
    generator.writeRaw(depth(generator) == 1 ? "\n}" : "}");
  }

  private static int depth(JsonGenerator generator) {
    return generator.getOutputContext().getNestingDepth();
  }
}
