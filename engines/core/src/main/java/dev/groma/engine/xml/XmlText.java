package dev.groma.engine.xml;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/**
 * The text of an XML document, in the encoding that its byte order mark or its declaration names,
 * UTF-8 otherwise. Decoded here, because the parser of the JDK writes to the console where bytes
 * are not valid.
 */
final class XmlText {

  private static final int DECLARATION_BYTES = 200;

  private static final Pattern ENCODING =
      Pattern.compile("^<\\?xml[^>]*\\bencoding\\s*=\\s*[\"']([A-Za-z0-9._-]{1,40})[\"']");

  private XmlText() {}

  /** Throws where the encoding is not known; reading throws where bytes are not valid in it. */
  static Reader open(byte[] bytes) throws XMLStreamException {
    int mark = 0;
    Charset charset;
    if (begins(bytes, 0xEF, 0xBB, 0xBF)) {
      charset = StandardCharsets.UTF_8;
      mark = 3;
    } else if (begins(bytes, 0xFE, 0xFF) || begins(bytes, 0xFF, 0xFE)) {
      charset = bytes[0] == (byte) 0xFE ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
      mark = 2;
    } else if (begins(bytes, 0, '<')) {
      charset = StandardCharsets.UTF_16BE;
    } else if (begins(bytes, '<', 0)) {
      charset = StandardCharsets.UTF_16LE;
    } else {
      charset = declared(bytes);
    }
    return new InputStreamReader(
        new ByteArrayInputStream(bytes, mark, bytes.length - mark),
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  private static boolean begins(byte[] bytes, int... head) {
    for (int i = 0; i < head.length; i++) {
      if (i == bytes.length || bytes[i] != (byte) head[i]) {
        return false;
      }
    }
    return true;
  }

  private static Charset declared(byte[] bytes) throws XMLStreamException {
    int length = Math.min(bytes.length, DECLARATION_BYTES);
    Matcher encoding = ENCODING.matcher(new String(bytes, 0, length, StandardCharsets.ISO_8859_1));
    if (!encoding.find()) {
      return StandardCharsets.UTF_8;
    }
    try {
      return Charset.forName(encoding.group(1));
    } catch (IllegalArgumentException unknown) {
      throw new XMLStreamException(
          "the encoding " + encoding.group(1) + " is not known; save the text as UTF-8", unknown);
    }
  }
}
