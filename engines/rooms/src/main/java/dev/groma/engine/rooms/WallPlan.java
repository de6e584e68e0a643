package dev.groma.engine.rooms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A drawing reduced to straight segments: what the detector reads. Immutable.
 *
 * <p>Each segment belongs to a wall; a wall that was an arc or a polyline has several. Segments are
 * kept in flat arrays, four doubles and an int each, so that a plan of {@link #MAX_SEGMENTS} takes
 * 36 MB.
 */
public final class WallPlan {

  /** Segments of one plan; chosen: 100,000 rooms with four walls each take two fifths of it. */
  public static final int MAX_SEGMENTS = 1_000_000;

  private final List<Wall> walls;
  private final List<Opening> openings;
  private final double[] coordinates;
  private final int[] wallOfSegment;

  private WallPlan(Builder builder) {
    walls = List.copyOf(builder.walls);
    openings = List.copyOf(builder.openings);
    coordinates = Arrays.copyOf(builder.coordinates, 4 * builder.segments);
    wallOfSegment = Arrays.copyOf(builder.wallOfSegment, builder.segments);
  }

  /** An empty plan to fill. */
  public static Builder builder() {
    return new Builder();
  }

  /** The walls; a segment names its wall by index into this list. */
  public List<Wall> walls() {
    return walls;
  }

  /** Doors and windows, in the order drawn. */
  public List<Opening> openings() {
    return openings;
  }

  /** How many segments there are; their indexes run from 0. */
  public int segmentCount() {
    return wallOfSegment.length;
  }

  /** x of the segment's start. */
  public double x1(int segment) {
    return coordinates[4 * segment];
  }

  /** y of the segment's start. */
  public double y1(int segment) {
    return coordinates[4 * segment + 1];
  }

  /** x of the segment's end. */
  public double x2(int segment) {
    return coordinates[4 * segment + 2];
  }

  /** y of the segment's end. */
  public double y2(int segment) {
    return coordinates[4 * segment + 3];
  }

  /** Index of the wall that the segment is a piece of. */
  public int wall(int segment) {
    return wallOfSegment[segment];
  }

  /** Collects walls and their segments in the order drawn. */
  public static final class Builder {

    private final List<Wall> walls = new ArrayList<>();
    private final List<Opening> openings = new ArrayList<>();
    private double[] coordinates = new double[256];
    private int[] wallOfSegment = new int[64];
    private int segments;

    private Builder() {}

    /** Adds a wall without segments yet, and returns its index. */
    public int wall(Wall wall) {
      walls.add(wall);
      return walls.size() - 1;
    }

    /**
     * Adds a straight piece to a wall; pieces of length zero are allowed and enclose nothing.
     *
     * @throws IllegalArgumentException for a coordinate that is not finite or a wall that is not
     *     there
     * @throws IllegalStateException for more than {@link WallPlan#MAX_SEGMENTS}
     */
    public Builder segment(int wall, double x1, double y1, double x2, double y2) {
      if (!Double.isFinite(x1)
          || !Double.isFinite(y1)
          || !Double.isFinite(x2)
          || !Double.isFinite(y2)) {
        throw new IllegalArgumentException(
            "coordinates must be finite, not " + x1 + " " + y1 + ", " + x2 + " " + y2);
      }
      if (wall < 0 || wall >= walls.size()) {
        throw new IllegalArgumentException("no wall " + wall + " among " + walls.size());
      }
      if (segments == MAX_SEGMENTS) {
        throw new IllegalStateException("more than " + MAX_SEGMENTS + " segments");
      }
      if (segments == wallOfSegment.length) {
        int capacity = Math.min(MAX_SEGMENTS, 2 * segments);
        coordinates = Arrays.copyOf(coordinates, 4 * capacity);
        wallOfSegment = Arrays.copyOf(wallOfSegment, capacity);
      }
      coordinates[4 * segments] = x1;
      coordinates[4 * segments + 1] = y1;
      coordinates[4 * segments + 2] = x2;
      coordinates[4 * segments + 3] = y2;
      wallOfSegment[segments++] = wall;
      return this;
    }

    /** Adds a wall of one straight piece, and returns its index. */
    public int straightWall(Wall wall, double x1, double y1, double x2, double y2) {
      int index = wall(wall);
      segment(index, x1, y1, x2, y2);
      return index;
    }

    /** Adds a door or window to a wall that is there already. */
    public Builder opening(Opening opening) {
      if (opening.wall() < 0 || opening.wall() >= walls.size()) {
        throw new IllegalArgumentException(
            "no wall "
                + opening.wall()
                + " among "
                + walls.size()
                + " for opening "
                + opening.id());
      }
      openings.add(opening);
      return this;
    }

    /** How many segments there are so far. */
    public int segmentCount() {
      return segments;
    }

    /** The plan as collected so far. */
    public WallPlan build() {
      return new WallPlan(this);
    }
  }
}
