package dev.groma.engine.geotiff;

import dev.groma.engine.BadInputException;
import dev.groma.engine.Input;
import dev.groma.engine.RandomBytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The bytes of a TIFF and the way through its directories. Every access is checked first. */
final class TiffFile {

  /** Directories looked through for the image; an overview chain has a dozen. */
  private static final int MOST_DIRECTORIES = 64;

  /** Tags of a directory; real files have below 40. */
  private static final int MOST_TAGS = 4096;

  private final RandomBytes bytes;
  private final Header header;

  TiffFile(RandomBytes bytes, Header header) {
    this.bytes = bytes;
    this.header = header;
  }

  /**
   * The first bytes of the file.
   *
   * @param size of the file
   * @param order of the bytes of a number
   * @param big whether it is a BigTIFF
   * @param first where the first directory lies
   */
  record Header(long size, ByteOrder order, boolean big, long first) {}

  /** Whether the first four bytes are those of a TIFF or BigTIFF. */
  static boolean isTiff(byte[] head) {
    return head.length >= 4
        && (head[0] == 'I' && head[1] == 'I' && (head[2] == 42 || head[2] == 43) && head[3] == 0
            || head[0] == 'M'
                && head[1] == 'M'
                && head[2] == 0
                && (head[3] == 42 || head[3] == 43));
  }

  /** Reads the header. */
  static TiffFile open(Input input, RandomBytes bytes) throws IOException, BadInputException {
    long size = input.size();
    byte[] head = new byte[(int) Math.min(size, 16)];
    bytes.read(0, head);
    if (!isTiff(head) || size < 8) {
      throw TiffRefusal.at("", "this is not a TIFF: it does not begin with II or MM and 42 or 43");
    }
    ByteOrder order = head[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    ByteBuffer header = ByteBuffer.wrap(head).order(order);
    boolean big = header.getShort(2) == 43;
    if (big && (size < 16 || header.getShort(4) != 8 || header.getShort(6) != 0)) {
      throw TiffRefusal.at(
          "", "the header of this BigTIFF is damaged: offsets of 8 bytes expected");
    }
    long first = big ? header.getLong(8) : Integer.toUnsignedLong(header.getInt(4));
    return new TiffFile(bytes, new Header(size, order, big, first));
  }

  Header header() {
    return header;
  }

  ByteOrder order() {
    return header.order();
  }

  /** The first image that is neither an overview nor a mask. */
  Ifd image() throws IOException, BadInputException {
    Set<Long> seen = new HashSet<>();
    for (long at = header.first(); at != 0; ) {
      if (!seen.add(at)) {
        throw TiffRefusal.at("", "the chain of directories runs in a circle at byte %d", at);
      }
      if (seen.size() > MOST_DIRECTORIES) {
        throw TiffRefusal.at("", "has no image among its first %d directories", MOST_DIRECTORIES);
      }
      int countBytes = header.big() ? 8 : 2;
      ByteBuffer countBuffer = read(at, countBytes, "directory");
      long count =
          header.big() ? countBuffer.getLong(0) : Short.toUnsignedInt(countBuffer.getShort(0));
      if (count < 1 || count > MOST_TAGS) {
        throw TiffRefusal.at(
            "directory", "at byte %d has %d tags; 1 to %d are read", at, count, MOST_TAGS);
      }
      int entryBytes = header.big() ? 20 : 12;
      int length = (int) count * entryBytes;
      ByteBuffer entries = read(at + countBytes, length + (header.big() ? 8 : 4), "directory");
      Ifd ifd = new Ifd(this, entries(entries, (int) count, entryBytes));
      if ((ifd.whole(Tag.NewSubfileType, 0) & 5) == 0) {
        return ifd;
      }
      at = header.big() ? entries.getLong(length) : Integer.toUnsignedLong(entries.getInt(length));
    }
    throw TiffRefusal.at("", "has no image: all directories are overviews or masks, or none");
  }

  private Map<Integer, Ifd.Entry> entries(ByteBuffer table, int count, int entryBytes) {
    Map<Integer, Ifd.Entry> entries = new HashMap<>();
    for (int i = 0; i < count; i++) {
      int at = i * entryBytes;
      int number = Short.toUnsignedInt(table.getShort(at));
      int type = Short.toUnsignedInt(table.getShort(at + 2));
      long values =
          header.big() ? table.getLong(at + 4) : Integer.toUnsignedLong(table.getInt(at + 4));
      int valueBytes = header.big() ? 8 : 4;
      ByteBuffer inline = table.slice(at + entryBytes - valueBytes, valueBytes).order(order());
      entries.putIfAbsent(number, new Ifd.Entry(type, values, inline));
    }
    return entries;
  }

  /** The offset in the value field of an entry whose values do not fit into it. */
  long offset(ByteBuffer inline) {
    return header.big() ? inline.getLong(0) : Integer.toUnsignedLong(inline.getInt(0));
  }

  /** Bytes from a position on, in the file's order; a refusal where the file has none. */
  ByteBuffer read(long position, int length, String what) throws IOException, BadInputException {
    requireInside(position, length, what);
    byte[] into = new byte[length];
    bytes.read(position, into);
    return ByteBuffer.wrap(into).order(order());
  }

  /** Refuses what lies beyond the end. */
  void requireInside(long position, long length, String what) throws BadInputException {
    if (position < 0
        || length < 0
        || position > header.size()
        || length > header.size() - position) {
      throw TiffRefusal.at(
          what,
          "lies at byte %d with a length of %d, but the file ends at %d; it is cut off or damaged,"
              + " fetch it again",
          position,
          length,
          header.size());
    }
  }
}
