package dev.groma.engine.crs;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.locationtech.proj4j.Proj4jException;

/** What a code turned out to be. */
public sealed interface CrsLookup {

  /**
   * The system of this code.
   *
   * @param crs for one run: not thread-safe
   */
  record Found(Crs crs) implements CrsLookup {}

  /**
   * There is no system to use.
   *
   * @param message why, and what would be right; fit to stand behind the name of a parameter
   */
  record Refused(String message) implements CrsLookup {}

  /**
   * Looks a code up.
   *
   * @param code such as {@code EPSG:5514}, {@code 5514}, {@code urn:ogc:def:crs:EPSG::5514}, or
   *     {@code OGC:CRS84} and its URN
   */
  static CrsLookup of(String code) {
    return Codes.lookup(code);
  }

  /** Reading of codes. */
  final class Codes {

    private static final Pattern EPSG =
        Pattern.compile(
            "(?:EPSG:|URN:OGC:DEF:CRS:EPSG:[0-9.]*:|HTTPS?://WWW\\.OPENGIS\\.NET/DEF/CRS/EPSG/[0-9.]+/)?"
                + "([0-9]{4,6})");

    private static final Pattern CRS84 =
        Pattern.compile("(?:URN:OGC:DEF:CRS:OGC:[0-9.]*:|OGC:)?CRS84");

    private static final int NEAREST = 4;

    private Codes() {}

    private static CrsLookup lookup(String code) {
      String text = code.strip().toUpperCase(Locale.ROOT);
      if (CRS84.matcher(text).matches()) {
        return number(4326);
      }
      Matcher epsg = EPSG.matcher(text);
      return epsg.matches()
          ? number(Integer.parseInt(epsg.group(1)))
          : new Refused("must be a code such as EPSG:5514, was " + quoted(code));
    }

    private static CrsLookup number(int number) {
      EpsgRegister register = EpsgRegister.get();
      EpsgRegister.Entry entry = register.find(number);
      if (entry == null) {
        return new Refused(
            "EPSG:" + number + " is not known; near it are " + names(register.nearest(number)));
      }
      try {
        return new Found(Crs.of(entry));
      } catch (Proj4jException unsupported) {
        return new Refused(
            entry.code()
                + " ("
                + entry.name()
                + ") cannot be used here: "
                + unsupported.getMessage()
                + "; convert the coordinates to another system, such as a UTM zone (EPSG:326xx)");
      }
    }

    private static String names(List<EpsgRegister.Entry> entries) {
      return entries.stream()
          .limit(NEAREST)
          .map(entry -> entry.code() + " (" + entry.name() + ")")
          .collect(Collectors.joining(", "));
    }

    private static String quoted(String code) {
      String shown = code.length() > 60 ? code.substring(0, 60) + "..." : code;
      return "\"" + shown.replaceAll("\\p{Cntrl}", "?") + "\"";
    }
  }
}
