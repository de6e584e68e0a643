package dev.groma.engine.geotiff;

import dev.groma.engine.BadInputException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The directory of one image: its tags, read when asked for. */
final class Ifd {

  private final TiffFile file;
  private final Map<Integer, Entry> entries;

  Ifd(TiffFile file, Map<Integer, Entry> entries) {
    this.file = file;
    this.entries = entries;
  }

  /**
   * A tag as it stands in the directory.
   *
   * @param type of the values, by the number in TIFF 6.0 and BigTIFF
   * @param count of values
   * @param inline the values where they fit, else their offset
   */
  record Entry(int type, long count, ByteBuffer inline) {

    /** Bytes of one value; 0 for a type that nobody defined. */
    int bytes() {
      return switch (type) {
        case 1, 2, 6, 7 -> 1;
        case 3, 8 -> 2;
        case 4, 9, 11, 13 -> 4;
        case 5, 10, 12, 16, 17, 18 -> 8;
        default -> 0;
      };
    }
  }

  boolean has(Tag tag) {
    return entries.containsKey(tag.number);
  }

  /** How many values a tag has; 0 without it. */
  long count(Tag tag) {
    Entry entry = entries.get(tag.number);
    return entry == null ? 0 : entry.count();
  }

  /** A single whole number; the default without the tag. */
  long whole(Tag tag, long absent) throws IOException, BadInputException {
    return has(tag) ? wholes(tag, Integer.MAX_VALUE, 1)[0] : absent;
  }

  /** A single whole number that must be there and lie in a range. */
  int inRange(Tag tag, long least, long most) throws IOException, BadInputException {
    if (!has(tag)) {
      throw TiffRefusal.at(tag.name(), "is missing");
    }
    long value = whole(tag, 0);
    if (value < least || value > most) {
      throw TiffRefusal.at(tag.name(), "must be between %d and %d, was %d", least, most, value);
    }
    return (int) value;
  }

  /**
   * Whole numbers.
   *
   * @param most that may be there
   * @param keep how many to read, from the first on
   */
  long[] wholes(Tag tag, long most, int keep) throws IOException, BadInputException {
    Entry entry = entry(tag, most);
    ByteBuffer values = values(tag, entry, keep);
    long[] numbers = new long[(int) Math.min(entry.count(), keep)];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] =
          switch (entry.type()) {
            case 1, 7 -> Byte.toUnsignedLong(values.get(i));
            case 6 -> values.get(i);
            case 3 -> Short.toUnsignedLong(values.getShort(2 * i));
            case 8 -> values.getShort(2 * i);
            case 4, 13 -> Integer.toUnsignedLong(values.getInt(4 * i));
            case 9 -> values.getInt(4 * i);
            case 16, 17, 18 -> values.getLong(8 * i);
            default -> throw TiffRefusal.at(tag.name(), "must hold whole numbers");
          };
    }
    return numbers;
  }

  /** Floating-point numbers, at most so many. */
  double[] doubles(Tag tag, int most) throws IOException, BadInputException {
    Entry entry = entry(tag, most);
    ByteBuffer values = values(tag, entry, most);
    double[] numbers = new double[(int) entry.count()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] =
          switch (entry.type()) {
            case 11 -> values.getFloat(4 * i);
            case 12 -> values.getDouble(8 * i);
            default -> throw TiffRefusal.at(tag.name(), "must hold floating-point numbers");
          };
    }
    return numbers;
  }

  /** A text of at most so many characters, without its closing zero; null without the tag. */
  @Nullable String text(Tag tag, int most) throws IOException, BadInputException {
    if (!has(tag)) {
      return null;
    }
    Entry entry = entry(tag, most);
    if (entry.bytes() != 1) {
      throw TiffRefusal.at(tag.name(), "must hold text");
    }
    String text = StandardCharsets.UTF_8.decode(values(tag, entry, most)).toString();
    int end = text.indexOf('\0');
    return end < 0 ? text : text.substring(0, end);
  }

  private Entry entry(Tag tag, long most) throws BadInputException {
    Entry entry = entries.get(tag.number);
    if (entry == null) {
      throw TiffRefusal.at(tag.name(), "is missing");
    }
    if (entry.bytes() == 0) {
      throw TiffRefusal.at(tag.name(), "has values of the unknown type %d", entry.type());
    }
    if (entry.count() < 1 || entry.count() > most) {
      throw TiffRefusal.at(tag.name(), "has %d values; 1 to %d are read", entry.count(), most);
    }
    return entry;
  }

  private ByteBuffer values(Tag tag, Entry entry, int keep) throws IOException, BadInputException {
    long all = Math.multiplyExact(entry.count(), (long) entry.bytes());
    if (all <= entry.inline().capacity()) {
      return entry.inline().slice(0, (int) all).order(file.order());
    }
    long offset = file.offset(entry.inline());
    file.requireInside(offset, all, tag.name());
    int kept = (int) Math.min(entry.count(), keep) * entry.bytes();
    return file.read(offset, kept, tag.name());
  }
}
