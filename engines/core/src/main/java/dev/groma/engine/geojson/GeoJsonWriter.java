package dev.groma.engine.geojson;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.groma.engine.geometry.Points;
import dev.groma.engine.number.Decimals;
import dev.groma.engine.number.Precision;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Writes one FeatureCollection.
 *
 * <p>First the collection's own members ({@link #member}), then its features; closing ends the file
 * and the stream. Not thread-safe. Memory does not grow with the collection.
 */
public final class GeoJsonWriter implements AutoCloseable {

  private static final JsonFactory JSON = new JsonFactory();

  private final JsonGenerator json;
  private final Precision precision;
  private final StringBuilder number = new StringBuilder(32);
  private boolean inFeatures;

  /** Begins a collection; the stream is closed with the writer. */
  public GeoJsonWriter(OutputStream out, Precision precision) throws IOException {
    this.precision = precision;
    json = JSON.createGenerator(out, JsonEncoding.UTF8);
    json.setPrettyPrinter(new LinePerFeature());
    json.writeStartObject();
    json.writeStringField("type", "FeatureCollection");
  }

  /** Writes the value or members at hand. */
  @FunctionalInterface
  public interface Content {

    /** Writes through the writer handed in. */
    void write(GeoJsonWriter writer) throws IOException;
  }

  /** A member with a string value; absent where the value is null. */
  public GeoJsonWriter member(String name, @Nullable String value) throws IOException {
    if (value != null) {
      json.writeStringField(name, value);
    }
    return this;
  }

  /** A member with a truth value. */
  public GeoJsonWriter member(String name, boolean value) throws IOException {
    json.writeBooleanField(name, value);
    return this;
  }

  /** A member with a count. */
  public GeoJsonWriter count(String name, long value) throws IOException {
    json.writeNumberField(name, value);
    return this;
  }

  /** A member with a length, in the precision of lengths. */
  public GeoJsonWriter length(String name, double value) throws IOException {
    return number(name, value, precision.lengths());
  }

  /** A member with an area, in the precision of areas. */
  public GeoJsonWriter area(String name, double value) throws IOException {
    return number(name, value, precision.areas());
  }

  /** A member with a number of so many places. */
  public GeoJsonWriter number(String name, double value, Decimals decimals) throws IOException {
    json.writeFieldName(name);
    write(value, decimals);
    return this;
  }

  /** A member with a list of strings. */
  public GeoJsonWriter strings(String name, Iterable<String> values) throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
    return this;
  }

  /** A member with an object. */
  public GeoJsonWriter object(String name, Content members) throws IOException {
    json.writeObjectFieldStart(name);
    members.write(this);
    json.writeEndObject();
    return this;
  }

  /** A member with a list of objects, one for each of the values. */
  public <T> GeoJsonWriter objects(String name, Iterable<T> values, ObjectContent<T> members)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (T value : values) {
      json.writeStartObject();
      members.write(this, value);
      json.writeEndObject();
    }
    json.writeEndArray();
    return this;
  }

  /**
   * Writes the members of an object that stands for a value.
   *
   * @param <T> the kind of value
   */
  @FunctionalInterface
  public interface ObjectContent<T> {

    /** Writes through the writer handed in. */
    void write(GeoJsonWriter writer, T value) throws IOException;
  }

  /** A member {@code bbox} or the like: minX, minY, maxX, maxY. */
  public GeoJsonWriter box(String name, double minX, double minY, double maxX, double maxY)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (double side : new double[] {minX, minY, maxX, maxY}) {
      write(side, precision.lengths());
    }
    json.writeEndArray();
    return this;
  }

  /** A feature whose geometry is a polygon; rings may run either way. */
  public void polygon(String id, Points shell, List<? extends Points> holes, Content properties)
      throws IOException {
    beginFeature(id, "Polygon");
    json.writeStartArray();
    ring(shell, shell.signedArea() < 0);
    for (Points hole : holes) {
      ring(hole, hole.signedArea() > 0);
    }
    json.writeEndArray();
    endFeature(properties);
  }

  /** A feature whose geometry is a line. */
  public void line(String id, Points line, Content properties) throws IOException {
    beginFeature(id, "LineString");
    json.writeStartArray();
    for (int i = 0; i < line.size(); i++) {
      point(line, i);
    }
    json.writeEndArray();
    endFeature(properties);
  }

  /**
   * A feature whose geometry is a line with elevations, the third number of each position.
   *
   * @param elevations one a point
   */
  public void line(
      String id,
      Points line,
      IntToDoubleFunction elevations,
      Decimals elevationDecimals,
      Content properties)
      throws IOException {
    beginFeature(id, "LineString");
    json.writeStartArray();
    for (int i = 0; i < line.size(); i++) {
      json.writeStartArray();
      write(line.x(i), precision.lengths());
      write(line.y(i), precision.lengths());
      write(elevations.applyAsDouble(i), elevationDecimals);
      json.writeEndArray();
    }
    json.writeEndArray();
    endFeature(properties);
  }

  /** A feature whose geometry is a point. */
  public void point(String id, double x, double y, Content properties) throws IOException {
    beginFeature(id, "Point");
    point(Points.of(x, y), 0);
    endFeature(properties);
  }

  /** A member with a list of numbers of so many places. */
  public GeoJsonWriter numbers(String name, double[] values, Decimals decimals) throws IOException {
    json.writeArrayFieldStart(name);
    for (double value : values) {
      write(value, decimals);
    }
    json.writeEndArray();
    return this;
  }

  private void beginFeature(String id, String geometry) throws IOException {
    if (!inFeatures) {
      json.writeArrayFieldStart("features");
      inFeatures = true;
    }
    json.writeStartObject();
    json.writeStringField("type", "Feature");
    json.writeStringField("id", id);
    json.writeObjectFieldStart("geometry");
    json.writeStringField("type", geometry);
    json.writeFieldName("coordinates");
  }

  private void endFeature(Content properties) throws IOException {
    json.writeEndObject();
    json.writeObjectFieldStart("properties");
    properties.write(this);
    json.writeEndObject();
    json.writeEndObject();
  }

  /** Points that rounding makes equal to the one before are left out, as long as a ring remains. */
  private void ring(Points ring, boolean backwards) throws IOException {
    int last = ring.size() - 1;
    int spare = ring.size() - 4;
    json.writeStartArray();
    double x = Double.NaN;
    double y = Double.NaN;
    for (int i = 0; i <= last; i++) {
      int at = backwards ? last - i : i;
      double roundedX = precision.lengths().round(ring.x(at));
      double roundedY = precision.lengths().round(ring.y(at));
      if (roundedX == x && roundedY == y && spare > 0) {
        spare--;
        continue;
      }
      point(ring, at);
      x = roundedX;
      y = roundedY;
    }
    json.writeEndArray();
  }

  private void point(Points points, int at) throws IOException {
    json.writeStartArray();
    write(points.x(at), precision.lengths());
    write(points.y(at), precision.lengths());
    json.writeEndArray();
  }

  private void write(double value, Decimals decimals) throws IOException {
    number.setLength(0);
    decimals.append(number, value);
    json.writeNumber(number.toString());
  }

  @Override
  public void close() throws IOException {
    if (!inFeatures) {
      json.writeArrayFieldStart("features");
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeRaw('\n');
    json.close();
  }
}
