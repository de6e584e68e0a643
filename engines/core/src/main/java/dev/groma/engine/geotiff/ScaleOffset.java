package dev.groma.engine.geotiff;

import dev.groma.engine.xml.SafeXml;
import java.io.StringReader;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Scale and offset of the first band in GDAL's metadata, {@code <GDALMetadata><Item sample="0"
 * role="scale">0.1</Item>...}.
 */
record ScaleOffset(double scale, double offset) {

  static final ScaleOffset NONE = new ScaleOffset(1, 0);

  static ScaleOffset parse(String metadata) throws XMLStreamException {
    double scale = 1;
    double offset = 0;
    XMLStreamReader xml = SafeXml.open(new StringReader(metadata));
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT && isOfFirstBand(xml)) {
        String role = xml.getAttributeValue(null, "role");
        if ("scale".equals(role)) {
          scale = Double.parseDouble(xml.getElementText().strip());
        } else if ("offset".equals(role)) {
          offset = Double.parseDouble(xml.getElementText().strip());
        }
      }
    }
    if (!(Double.isFinite(scale) && scale != 0 && Double.isFinite(offset))) {
      throw new NumberFormatException("no scale of heights");
    }
    return new ScaleOffset(scale, offset);
  }

  private static boolean isOfFirstBand(XMLStreamReader xml) {
    return xml.getLocalName().equals("Item") && "0".equals(xml.getAttributeValue(null, "sample"));
  }
}
