package dev.groma.engine.kml;

import dev.groma.engine.BadInputException;
import dev.groma.engine.geojson.Feature;
import dev.groma.engine.geojson.Geometry;
import dev.groma.engine.json.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** Reads one placemark after the other. */
final class PlacemarkReader {

  private static final int LONGEST_NAME = 1000;

  private final KmlCursor cursor;
  private final GeometryReader geometries;
  private final Set<String> wanted;

  PlacemarkReader(KmlCursor cursor, GeometryReader geometries, Set<String> wanted) {
    this.cursor = cursor;
    this.geometries = geometries;
    this.wanted = wanted;
  }

  /** Reads the name at hand. */
  String name(String path) throws XMLStreamException, BadInputException {
    return cursor.text(path + ".name", LONGEST_NAME);
  }

  /** Reads the placemark at hand. */
  Placemark read(String path, List<String> folders) throws XMLStreamException, BadInputException {
    Place place = cursor.place(path);
    String id = cursor.attribute("id");
    String name = "";
    Map<String, String> data = new HashMap<>();
    List<Geometry> found = new ArrayList<>();
    while (cursor.nextChild()) {
      String child = cursor.name();
      if (child.equals("name")) {
        name = name(path);
      } else if (child.equals("ExtendedData")) {
        readData(path, data);
      } else if (GeometryReader.isGeometry(child)) {
        geometries.read(path + "." + child, found);
      } else {
        cursor.skip();
      }
    }
    return new Placemark(
        name.isEmpty() ? null : name, folders, new Feature(id, data, found, place));
  }

  /** {@code Data} with a {@code value}, or {@code SchemaData} with {@code SimpleData}. */
  private void readData(String path, Map<String, String> data)
      throws XMLStreamException, BadInputException {
    while (cursor.nextChild()) {
      String key = cursor.attribute("name");
      switch (cursor.name()) {
        case "Data" -> {
          while (cursor.nextChild()) {
            readValue(cursor.name().equals("value") ? key : null, path, data);
          }
        }
        case "SchemaData" -> {
          while (cursor.nextChild()) {
            boolean isValue = cursor.name().equals("SimpleData");
            readValue(isValue ? cursor.attribute("name") : null, path, data);
          }
        }
        default -> cursor.skip();
      }
    }
  }

  private void readValue(@Nullable String key, String path, Map<String, String> data)
      throws XMLStreamException, BadInputException {
    if (key != null && wanted.contains(key)) {
      data.put(key, cursor.text(path + ".ExtendedData." + key, LONGEST_NAME));
    } else {
      cursor.skip();
    }
  }
}
