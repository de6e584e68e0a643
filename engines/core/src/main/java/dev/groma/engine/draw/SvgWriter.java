package dev.groma.engine.draw;

import java.io.IOException;
import java.io.OutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes SVG elements as a stream, one to a line. Names and attributes are the SVG standard's.
 *
 * <p>Not thread-safe. Text that XML cannot hold (control characters, lone surrogates) becomes
 * U+FFFD.
 */
public final class SvgWriter implements AutoCloseable {

  /** The JDK's own, whatever else is on the class path. */
  private static final XMLOutputFactory XML = XMLOutputFactory.newDefaultFactory();

  private final OutputStream out;
  private final XMLStreamWriter xml;

  /** Begins a document; the stream is closed with the writer. */
  SvgWriter(OutputStream out) throws IOException {
    this.out = out;
    try {
      xml = XML.createXMLStreamWriter(out, "UTF-8");
    } catch (XMLStreamException e) {
      throw failed(e);
    }
  }

  /**
   * Begins an element.
   *
   * @param attributes names and values in turn
   */
  public SvgWriter begin(String element, String... attributes) throws IOException {
    try {
      xml.writeStartElement(element);
      attributes(attributes);
      xml.writeCharacters("\n");
      return this;
    } catch (XMLStreamException e) {
      throw failed(e);
    }
  }

  /** Ends the element begun last. */
  public SvgWriter end() throws IOException {
    try {
      xml.writeEndElement();
      xml.writeCharacters("\n");
      return this;
    } catch (XMLStreamException e) {
      throw failed(e);
    }
  }

  /** An element without content. */
  public SvgWriter empty(String element, String... attributes) throws IOException {
    try {
      xml.writeEmptyElement(element);
      attributes(attributes);
      xml.writeCharacters("\n");
      return this;
    } catch (XMLStreamException e) {
      throw failed(e);
    }
  }

  /** An element whose content is text. */
  public SvgWriter text(String element, String content, String... attributes) throws IOException {
    try {
      xml.writeStartElement(element);
      attributes(attributes);
      xml.writeCharacters(clean(content));
      xml.writeEndElement();
      xml.writeCharacters("\n");
      return this;
    } catch (XMLStreamException e) {
      throw failed(e);
    }
  }

  private void attributes(String... attributes) throws XMLStreamException {
    for (int i = 0; i < attributes.length; i += 2) {
      xml.writeAttribute(attributes[i], clean(attributes[i + 1]));
    }
  }

  /** A number as an attribute: page units, rounded to a hundredth. */
  public static String number(double value) {
    return PathData.PAGE.format(value);
  }

  /** Replaces what XML 1.0 cannot hold, and every kind of line break by a space. */
  static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .forEach(point -> {
          boolean breaks = point == '\n' || point == '\r' || point == '\t';
          boolean holds =
              point >= 0x20 && !(point >= 0xD800 && point <= 0xDFFF) && (point & 0xFFFE) != 0xFFFE;
          clean.appendCodePoint(breaks ? ' ' : holds ? point : 0xFFFD);
        });
    return clean.toString();
  }

  @Override
  public void close() throws IOException {
    try {
      xml.close();
    } catch (XMLStreamException e) {
      throw failed(e);
    }
    out.close();
  }

  private static IOException failed(XMLStreamException e) {
    return e.getCause() instanceof IOException cause ? cause : new IOException(e);
  }
}
