package dev.groma.engine.sitelayout.output;

import dev.groma.engine.geometry.Points;
import dev.groma.engine.number.Decimals;
import dev.groma.engine.sitelayout.Layout;
import dev.groma.engine.sitelayout.asset.Asset;
import dev.groma.engine.sitelayout.read.LocalFrame;
import dev.groma.engine.sitelayout.roads.Road;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/** The layout as KML 2.2, for Google Earth and for phones in the field. */
final class LayoutKml {

  private static final String NAMESPACE = "http://www.opengis.net/kml/2.2";
  private static final Decimals DEGREES = new Decimals(9);
  private static final Decimals METRES = new Decimals(3);

  private final Layout layout;
  private final LocalFrame frame;

  LayoutKml(Layout layout, LocalFrame frame) {
    this.layout = layout;
    this.frame = frame;
  }

  void write(OutputStream out) throws IOException {
    try {
      XMLStreamWriter xml =
          XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeCharacters("\n");
      xml.writeStartElement("kml");
      xml.writeDefaultNamespace(NAMESPACE);
      xml.writeStartElement("Document");
      element(xml, "name", "Groma layout");
      style(xml, "boundary", "ff3b3127", 2, "00ffffff");
      style(xml, "exclusion", "ff3c2fcf", 1, "553c2fcf");
      style(xml, "asset", "ff7a4b2a", 1, "aad2a46c");
      style(xml, "road", "ff008cff", 3, "00ffffff");
      folder(xml, "boundary", layout.site().boundary());
      folder(xml, "exclusion", layout.site().exclusions());
      xml.writeStartElement("Folder");
      element(xml, "name", "assets");
      for (Asset asset : layout.assets()) {
        begin(xml, asset.id(), "asset");
        polygon(xml, Places.WGS84.of(frame, Places.closed(asset.footprint().corners())), List.of());
        xml.writeEndElement();
      }
      xml.writeEndElement();
      xml.writeStartElement("Folder");
      element(xml, "name", "roads");
      for (Road road : layout.network().roads()) {
        road(xml, road);
      }
      xml.writeEndElement();
      xml.writeEndElement();
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.writeCharacters("\n");
      xml.close();
    } catch (XMLStreamException e) {
      throw e.getCause() instanceof IOException cause ? cause : new IOException(e);
    }
  }

  private static void style(XMLStreamWriter xml, String id, String line, int width, String fill)
      throws XMLStreamException {
    xml.writeStartElement("Style");
    xml.writeAttribute("id", id);
    xml.writeStartElement("LineStyle");
    element(xml, "color", line);
    element(xml, "width", Integer.toString(width));
    xml.writeEndElement();
    xml.writeStartElement("PolyStyle");
    element(xml, "color", fill);
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void folder(XMLStreamWriter xml, String kind, Geometry geometry)
      throws XMLStreamException {
    xml.writeStartElement("Folder");
    element(xml, "name", kind);
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      if (geometry.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
        begin(xml, kind + "-" + (i + 1), kind);
        polygon(
            xml,
            Places.WGS84.of(frame, polygon.getExteriorRing()),
            Places.WGS84.holes(frame, polygon));
        xml.writeEndElement();
      }
    }
    xml.writeEndElement();
  }

  private static void begin(XMLStreamWriter xml, String name, String style)
      throws XMLStreamException {
    xml.writeStartElement("Placemark");
    element(xml, "name", name);
    element(xml, "styleUrl", "#" + style);
  }

  private static void polygon(XMLStreamWriter xml, Points shell, List<Points> holes)
      throws XMLStreamException {
    xml.writeStartElement("Polygon");
    xml.writeStartElement("outerBoundaryIs");
    ring(xml, shell);
    xml.writeEndElement();
    for (Points hole : holes) {
      xml.writeStartElement("innerBoundaryIs");
      ring(xml, hole);
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private static void ring(XMLStreamWriter xml, Points points) throws XMLStreamException {
    xml.writeStartElement("LinearRing");
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < points.size(); i++) {
      text.append(i == 0 ? "" : " ").append(DEGREES.format(points.x(i)));
      text.append(',').append(DEGREES.format(points.y(i)));
    }
    element(xml, "coordinates", text.toString());
    xml.writeEndElement();
  }

  private void road(XMLStreamWriter xml, Road road) throws XMLStreamException {
    begin(xml, road.id() + " to " + road.to(), "road");
    xml.writeStartElement("LineString");
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < road.stations(); i++) {
      Points at = Places.WGS84.of(frame, new double[] {road.x(i), road.y(i)});
      text.append(i == 0 ? "" : " ").append(DEGREES.format(at.x(0)));
      text.append(',').append(DEGREES.format(at.y(0)));
      text.append(',').append(METRES.format(road.z(i)));
    }
    element(xml, "tessellate", "1");
    element(xml, "coordinates", text.toString());
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private static void element(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }
}
