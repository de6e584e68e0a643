package dev.groma.engine.kml;

import java.util.List;

/**
 * A document as read.
 *
 * @param placemarks in document order, those without geometry among them
 * @param notes what was passed over, such as network links
 */
public record KmlDocument(List<Placemark> placemarks, List<String> notes) {

  public KmlDocument {
    placemarks = List.copyOf(placemarks);
    notes = List.copyOf(notes);
  }
}
