package dev.groma.engine.crs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.locationtech.proj4j.Registry;

/** The systems of the EPSG dataset, by number. Read once, on first use; about 5,700 lines. */
final class EpsgRegister {

  private static final String FILE = "/proj4/nad/epsg";
  private static final Pattern LINE = Pattern.compile("<(\\d+)>\\s+(.*?)\\s*<>\\s*");

  private final TreeMap<Integer, Entry> entries = new TreeMap<>();

  /**
   * A system.
   *
   * @param number of the EPSG dataset
   * @param name as the dataset has it
   * @param parameters as PROJ writes them
   */
  record Entry(int number, String name, String parameters) {

    String code() {
      return "EPSG:" + number;
    }
  }

  private EpsgRegister(BufferedReader lines) throws IOException {
    String name = "";
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      Matcher entry = LINE.matcher(line);
      if (line.startsWith("#")) {
        name = line.substring(1).strip();
      } else if (entry.matches() && !entry.group(2).contains("+proj=geocent")) {
        int number = Integer.parseInt(entry.group(1));
        entries.put(number, new Entry(number, name, entry.group(2)));
      }
    }
    Krovak.ENTRIES.forEach(entry -> entries.put(entry.number(), entry));
  }

  static EpsgRegister get() {
    return Holder.REGISTER;
  }

  /** The system of this number; null where there is none. */
  @Nullable Entry find(int number) {
    return entries.get(number);
  }

  /** All systems, those first that the number was most likely meant to be. */
  List<Entry> nearest(int number) {
    String digits = Integer.toString(number);
    return entries.values().stream()
        .sorted(
            Comparator.comparingInt((Entry entry) -> mistake(digits, entry))
                .thenComparingInt(entry -> Math.abs(entry.number() - number))
                .thenComparingInt(Entry::number))
        .toList();
  }

  /** 0 for two neighbouring digits swapped, 1 for a wrong digit, 2 for anything else. */
  private static int mistake(String digits, Entry entry) {
    String other = Integer.toString(entry.number());
    if (digits.length() != other.length()) {
      return 2;
    }
    int first = -1;
    int last = -1;
    for (int i = 0; i < digits.length(); i++) {
      if (digits.charAt(i) != other.charAt(i)) {
        first = first < 0 ? i : first;
        last = i;
      }
    }
    if (first == last) {
      return 1;
    }
    boolean swapped =
        last == first + 1
            && digits.charAt(first) == other.charAt(last)
            && digits.charAt(last) == other.charAt(first);
    return swapped ? 0 : 2;
  }

  /** Loads the register when it is first asked for. */
  private static final class Holder {

    static final EpsgRegister REGISTER = load();

    private static EpsgRegister load() {
      try (InputStream bytes =
              Objects.requireNonNull(
                  Registry.class.getResourceAsStream(FILE), "proj4j-epsg is on the class path");
          BufferedReader lines =
              new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
        return new EpsgRegister(lines);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
