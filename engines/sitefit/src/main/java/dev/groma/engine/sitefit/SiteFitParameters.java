package dev.groma.engine.sitefit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a house is to be placed.
 *
 * @param crs code of the parcel's system, projected and in metres; null for a plan in metres with y
 *     to the north
 * @param setbacks from the parcel's edges
 * @param street where it is; null where nobody said
 * @param rotation which rotations are tried
 * @param weights of the score's terms
 * @param topK placements wanted, at least 1
 * @param coverageRatioMax the largest allowed ratio of house area to parcel area, above 0
 * @param tolerance by how much the house may stick out, metres: the rounding of the outlines
 */
public record SiteFitParameters(
    @Nullable String crs,
    Setbacks setbacks,
    @Nullable Street street,
    RotationRange rotation,
    Weights weights,
    int topK,
    double coverageRatioMax,
    double tolerance) {

  /** As many as a person looks at. */
  public static final int DEFAULT_TOP_K = 5;

  /** Chosen: beyond this nobody tells placements apart. */
  public static final int MOST_TOP_K = 50;

  /** Real outlines are rounded to the millimetre or centimetre; measured, see ENGINES section 2. */
  public static final double DEFAULT_TOLERANCE = 0.002;

  /** Above this a house would be outside for anyone who measures. */
  public static final double LARGEST_TOLERANCE = 0.05;

  /** Below this nothing could be told from rounding. */
  public static final double LEAST_TOLERANCE = 0.0001;

  public SiteFitParameters {
    if (topK < 1 || topK > MOST_TOP_K) {
      throw new IllegalArgumentException("topK must be between 1 and " + MOST_TOP_K);
    }
    if (!(tolerance >= LEAST_TOLERANCE && tolerance <= LARGEST_TOLERANCE)) {
      throw new IllegalArgumentException("tolerance out of range: " + tolerance);
    }
  }

  /** Which of the parcel's edges lie at the street. */
  public sealed interface Street {

    /**
     * The edges named: edge i runs from vertex i of the outline's first ring, as written, to the
     * next.
     *
     * @param numbers counted from 0
     */
    record Edges(List<Integer> numbers) implements Street {
      public Edges {
        numbers = List.copyOf(numbers);
      }
    }

    /**
     * The edge nearest to a point, and those that continue it within 15 degrees.
     *
     * @param x in the parcel's coordinates
     * @param y in the parcel's coordinates
     */
    record NearestTo(double x, double y) implements Street {}
  }
}
