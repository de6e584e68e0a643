package dev.groma.engine.ascii;

import dev.groma.engine.BadInputException;
import dev.groma.engine.Problem;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Words between white space, with their places. Not thread-safe. */
final class TokenReader implements Closeable {

  private static final int LONGEST = 64;

  private final InputStream stream;
  private final byte[] buffer = new byte[1 << 16];
  private final char[] word = new char[LONGEST];
  private int at;
  private int end;
  private int line = 1;
  private int column;
  private boolean afterReturn;

  TokenReader(InputStream stream) {
    this.stream = stream;
  }

  /** The next word; null at the end. */
  @Nullable Token next() throws IOException, BadInputException {
    int c = read();
    while (c >= 0 && isSpace(c)) {
      c = read();
    }
    if (c < 0) {
      return null;
    }
    int startLine = line;
    int startColumn = column;
    int length = 0;
    while (c >= 0 && !isSpace(c)) {
      if (length == LONGEST) {
        throw new BadInputException(
            new Problem("", startLine, startColumn, "a word of more than 64 characters"));
      }
      word[length++] = (char) c;
      c = read();
    }
    return new Token(new String(word, 0, length), startLine, startColumn);
  }

  private static boolean isSpace(int c) {
    return c == ' ' || c >= '\t' && c <= '\r';
  }

  private int read() throws IOException {
    if (at == end) {
      end = stream.read(buffer, 0, buffer.length);
      at = 0;
      if (end <= 0) {
        end = 0;
        return -1;
      }
    }
    int c = buffer[at++] & 0xFF;
    if (c == '\n' && afterReturn) {
      afterReturn = false;
      return c;
    }
    column++;
    afterReturn = c == '\r';
    if (c == '\n' || c == '\r') {
      line++;
      column = 0;
    }
    return c;
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
