package dev.groma.engine.json;

import dev.groma.engine.Input;
import dev.groma.engine.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The text of an input: UTF-8, with or without a byte order mark. */
final class Utf8 {

  private static final int BUFFER = 1 << 16;

  private Utf8() {}

  /** The text without its byte order mark; bytes that are not UTF-8 read as U+FFFD. */
  static Reader open(Input input) throws IOException {
    PushbackInputStream bytes = new PushbackInputStream(input.open(), 3);
    byte[] mark = bytes.readNBytes(3);
    boolean marked =
        mark.length == 3
            && mark[0] == (byte) 0xEF
            && mark[1] == (byte) 0xBB
            && mark[2] == (byte) 0xBF;
    if (!marked) {
      bytes.unread(mark);
    }
    return new InputStreamReader(bytes, StandardCharsets.UTF_8);
  }

  /** The first place where the bytes are not UTF-8, or null where there is none. */
  static @Nullable Problem firstInvalid(Input input) throws IOException {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
    CharBuffer chars = CharBuffer.allocate(BUFFER);
    TextPosition position = new TextPosition();
    try (InputStream stream = input.open()) {
      boolean end = false;
      while (!end) {
        int read = stream.read(bytes.array(), bytes.position(), bytes.remaining());
        end = read < 0;
        bytes.position(bytes.position() + Math.max(read, 0)).flip();
        CoderResult result = decoder.decode(bytes, chars, end);
        position.pass(chars.flip());
        chars.clear();
        if (result.isError()) {
          String hex = HexFormat.of().withUpperCase().toHexDigits(bytes.get(bytes.position()));
          return new Problem(
              "",
              position.line(),
              position.column(),
              "byte 0x" + hex + " is not valid UTF-8; save the text as UTF-8");
        }
        bytes.compact();
      }
    }
    return null;
  }

  /** Line and column of the character that comes next. */
  private static final class TextPosition {
    private int line = 1;
    private int column = 1;
    private boolean afterReturn;

    void pass(CharBuffer chars) {
      for (int i = chars.position(); i < chars.limit(); i++) {
        char c = chars.get(i);
        if (c == '\n' && afterReturn) {
          afterReturn = false;
          continue;
        }
        afterReturn = c == '\r';
        if (c == '\n' || c == '\r') {
          line++;
          column = 1;
        } else if (c != '\uFEFF' || line > 1 || column > 1) {
          column++;
        }
      }
    }

    int line() {
      return line;
    }

    int column() {
      return column;
    }
  }
}
