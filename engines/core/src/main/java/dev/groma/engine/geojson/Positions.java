package dev.groma.engine.geojson;

import dev.groma.engine.geometry.Points;
import dev.groma.engine.json.JsonArray;
import dev.groma.engine.json.JsonKind;
import dev.groma.engine.json.JsonReader;
import dev.groma.engine.json.Place;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The coordinates of one GeoJSON geometry, read before its type is known: positions in parts, and
 * how deep they were nested. Reused from geometry to geometry. Altitudes are passed over and
 * counted.
 */
public final class Positions {

  /** The largest coordinate; a double still resolves a ten-thousandth of a millimetre there. */
  public static final double FARTHEST = 1e9;

  private final int most;
  private final boolean keepsPlaces;
  private final List<Place> places = new ArrayList<>();
  private double[] xy = new double[64];
  private int[] begins = new int[8];
  private int[] groups = new int[8];
  private int positions;
  private int parts;
  private int group;
  private int depth;
  private int altitudes;
  private boolean sound;
  private long segments;

  private Positions(int most, boolean keepsPlaces) {
    this.most = most;
    this.keepsPlaces = keepsPlaces;
    clear();
  }

  /**
   * Positions without places.
   *
   * @param most positions that are kept; of more, only the segments are counted
   */
  public static Positions upTo(int most) {
    return new Positions(most, false);
  }

  /** As {@link #upTo}, and of each part the place where it stands. */
  public static Positions withPlaces(int most) {
    return new Positions(most, true);
  }

  /** Forgets everything. */
  public void clear() {
    positions = 0;
    parts = 0;
    group = 0;
    depth = -1;
    altitudes = 0;
    sound = true;
    segments = 0;
    places.clear();
  }

  /** Whether everything was read without a problem. */
  public boolean isSound() {
    return sound;
  }

  /** Arrays around each position: 0 for a Point, 1 for a LineString; -1 where there was none. */
  public int depth() {
    return depth;
  }

  /** Positions that were kept. */
  public int count() {
    return positions;
  }

  /** Lines and rings; none for a Point. */
  public int partCount() {
    return parts;
  }

  /** Index of a part's first position; of the part after the last, the count of positions. */
  public int begin(int part) {
    return part < parts ? begins[part] : positions;
  }

  /** Which polygon of a MultiPolygon a ring belongs to, counted from 0. */
  public int group(int part) {
    return groups[part];
  }

  /** Where a part stands. */
  public Place place(int part) {
    return places.get(part);
  }

  /** How many positions had more than two numbers. */
  public int altitudes() {
    return altitudes;
  }

  /** x of a position. */
  public double x(int position) {
    return xy[2 * position];
  }

  /** y of a position. */
  public double y(int position) {
    return xy[2 * position + 1];
  }

  /** The positions of a part, copied. */
  public Points points(int part) {
    return Points.of(Arrays.copyOfRange(xy, 2 * begin(part), 2 * begin(part + 1)));
  }

  /** Pieces between neighbouring positions. */
  public long segmentCount() {
    return segments;
  }

  /** All parts together. */
  public double length() {
    double length = 0;
    for (int part = 0; part < parts; part++) {
      for (int i = begin(part) + 1; i < begin(part + 1); i++) {
        length += Math.hypot(x(i) - x(i - 1), y(i) - y(i - 1));
      }
    }
    return length;
  }

  /** Reads the member {@code coordinates} at hand. */
  public void read(JsonReader json) throws IOException {
    clear();
    JsonArray array = json.array();
    if (array == null) {
      sound = false;
    } else {
      read(json, array, 0);
    }
  }

  /** Reads the rest of an array, which is a position or holds others; returns whether it is one. */
  private boolean read(JsonReader json, JsonArray array, int level) throws IOException {
    int begin = positions;
    int partsBefore = parts;
    boolean holdsPositions = false;
    while (array.next()) {
      if (!holdsPositions && positions == begin && json.kind() == JsonKind.NUMBER) {
        readPosition(json, array, level);
        return true;
      }
      JsonArray inner = json.array();
      if (inner == null) {
        sound = false;
      } else {
        holdsPositions |= read(json, inner, level + 1);
      }
    }
    if (holdsPositions) {
      endPart(begin);
      if (keepsPlaces) {
        places.add(array.place());
      }
    } else if (parts > partsBefore) {
      group++;
    }
    return false;
  }

  /** Reads on from the first number of a position; altitudes are passed over. */
  private void readPosition(JsonReader json, JsonArray array, int level) throws IOException {
    double x = json.number(-FARTHEST, FARTHEST);
    double y = Double.NaN;
    int count = 1;
    for (; array.next(); count++) {
      double value = json.number(-FARTHEST, FARTHEST);
      y = count == 1 ? value : y;
    }
    if (count < 2) {
      array.problem("must be a position [x, y], has 1 element");
    } else if (depth >= 0 && depth != level) {
      array.problem("is a position nested " + level + " deep, where others are " + depth);
      sound = false;
    }
    altitudes += count > 2 ? 1 : 0;
    depth = level;
    sound &= !Double.isNaN(x + y);
    if (positions == most) {
      segments++;
      return;
    }
    if (2 * positions == xy.length) {
      xy = Arrays.copyOf(xy, 2 * xy.length);
    }
    xy[2 * positions] = x;
    xy[2 * positions + 1] = y;
    positions++;
  }

  private void endPart(int begin) {
    if (parts == begins.length) {
      begins = Arrays.copyOf(begins, 2 * parts);
      groups = Arrays.copyOf(groups, 2 * parts);
    }
    groups[parts] = group;
    begins[parts++] = begin;
    segments += Math.max(0, positions - begin - 1);
  }
}
