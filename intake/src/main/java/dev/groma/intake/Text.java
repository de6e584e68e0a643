package dev.groma.intake;

import dev.groma.api.reason.RefusalReason;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Bytes that are to be a text. */
final class Text {

  private Text() {}

  /** The text of bytes in UTF-8. */
  static String decode(byte[] bytes) throws Refusal {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notUtf8) {
      throw new Refusal(RefusalReason.NotJson, "is not text in UTF-8");
    }
  }
}
