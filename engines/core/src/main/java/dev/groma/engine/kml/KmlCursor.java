package dev.groma.engine.kml;

import dev.groma.engine.BadInputException;
import dev.groma.engine.Problem;
import dev.groma.engine.json.Place;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Stands on an element of a document. Whoever is handed an element reads its children to the end,
 * or skips it. Not thread-safe.
 */
final class KmlCursor {

  private final XMLStreamReader xml;
  private final int maxDepth;
  private int depth;

  KmlCursor(XMLStreamReader xml, int maxDepth) {
    this.xml = xml;
    this.maxDepth = maxDepth;
  }

  /** Moves to the root element. */
  void toRoot() throws XMLStreamException, BadInputException {
    while (next() != XMLStreamConstants.START_ELEMENT) {}
  }

  /** Moves to the next child of the element whose children are being read; false at its end. */
  boolean nextChild() throws XMLStreamException, BadInputException {
    while (true) {
      switch (next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          return true;
        }
        case XMLStreamConstants.END_ELEMENT -> {
          return false;
        }
        default -> {}
      }
    }
  }

  /** Passes over the element at hand. */
  void skip() throws XMLStreamException, BadInputException {
    int outside = depth - 1;
    while (depth > outside) {
      next();
    }
  }

  /** Takes the pieces of a text. */
  @FunctionalInterface
  interface TextConsumer {
    void accept(char[] text, int start, int length) throws BadInputException;
  }

  /** Hands over the text of the element at hand, in pieces; elements within are passed over. */
  void text(TextConsumer consumer) throws XMLStreamException, BadInputException {
    int inside = depth;
    while (true) {
      int event = next();
      if (depth < inside) {
        return;
      }
      boolean isText =
          event == XMLStreamConstants.CHARACTERS
              || event == XMLStreamConstants.CDATA
              || event == XMLStreamConstants.SPACE;
      if (isText && depth == inside) {
        consumer.accept(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
      }
    }
  }

  /** The text of the element at hand without outer white space, of at most so many characters. */
  String text(String path, int most) throws XMLStreamException, BadInputException {
    Place place = place(path);
    StringBuilder all = new StringBuilder();
    text((text, start, length) -> {
      if (all.length() + length > most) {
        throw new BadInputException(
            place.problem("has more than the " + most + " characters that are read"));
      }
      all.append(text, start, length);
    });
    return all.toString().strip();
  }

  /** The element's name without prefix. */
  String name() {
    String name = xml.getLocalName();
    return name.substring(name.indexOf(':') + 1);
  }

  @Nullable String attribute(String name) {
    return xml.getAttributeValue(null, name);
  }

  /** Where the element stands: line and column behind its start tag. */
  Place place(String path) {
    Location at = xml.getLocation();
    return new Place(path, Math.max(at.getLineNumber(), 1), Math.max(at.getColumnNumber(), 1));
  }

  private int next() throws XMLStreamException, BadInputException {
    int event = xml.next();
    switch (event) {
      case XMLStreamConstants.START_ELEMENT -> {
        if (++depth > maxDepth) {
          throw refuse("elements are nested more than " + maxDepth + " deep");
        }
      }
      case XMLStreamConstants.END_ELEMENT -> depth--;
      case XMLStreamConstants.DTD ->
          throw refuse("a document type declaration (DOCTYPE) is not allowed in KML; remove it");
      case XMLStreamConstants.ENTITY_REFERENCE ->
          throw refuse("the entity &" + xml.getLocalName() + "; is not known");
      default -> {}
    }
    return event;
  }

  private BadInputException refuse(String message) {
    Place place = place("");
    return new BadInputException(new Problem("", place.line(), place.column(), message));
  }
}
