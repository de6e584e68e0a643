package dev.groma.engine.xml;

import java.io.Reader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Opens StAX readers of the JDK, without DTD, external entities and namespaces: prefixes stay in
 * the names, because many programs use some that they never declare.
 *
 * <p>The readers throw {@link XMLStreamException} for whatever is not well-formed. They report a
 * document type declaration as an event; callers refuse it.
 */
public final class SafeXml {

  private SafeXml() {}

  /** A reader of text. */
  public static XMLStreamReader open(Reader text) throws XMLStreamException {
    return factory().createXMLStreamReader(text);
  }

  /** A reader of bytes in the encoding that they declare, UTF-8 where they do not. */
  public static XMLStreamReader open(byte[] bytes) throws XMLStreamException {
    return open(XmlText.open(bytes));
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    factory.setXMLResolver((publicId, systemId, baseUri, namespace) -> {
      throw new XMLStreamException("nothing outside of the document is fetched");
    });
    return factory;
  }
}
