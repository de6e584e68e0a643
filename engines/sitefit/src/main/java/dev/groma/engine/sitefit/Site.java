package dev.groma.engine.sitefit;

import dev.groma.engine.geometry.Bounds;
import dev.groma.engine.geometry.Points;
import dev.groma.engine.ring.SoundPolygon;
import dev.groma.engine.sitefit.shape.Shape;
import java.util.List;

/**
 * A parcel and a house.
 *
 * @param parcel in a frame whose origin is at ({@code originX}, {@code originY}), metres
 * @param kinds of the parcel's edges, by their number in the shape
 * @param house in its own coordinates, metres, without holes
 * @param originX of the frame, in the parcel's coordinates
 * @param originY of the frame, in the parcel's coordinates
 * @param convergence degrees from the y axis counterclockwise to true north
 */
public record Site(
    Shape parcel,
    List<EdgeKind> kinds,
    Points house,
    double originX,
    double originY,
    double convergence) {

  public Site {
    kinds = List.copyOf(kinds);
    if (kinds.size() != parcel.size()) {
      throw new IllegalArgumentException("a kind for every edge expected");
    }
  }

  /**
   * A site of checked polygons, every edge classified.
   *
   * @param house in its own coordinates: closed, counterclockwise
   */
  public static Site of(
      List<SoundPolygon> parcel, Points house, Frontage frontage, double convergence) {
    Bounds bounds = Bounds.of(parcel.getFirst().shell());
    double originX = Math.rint((bounds.minX() + bounds.maxX()) / 2);
    double originY = Math.rint((bounds.minY() + bounds.maxY()) / 2);
    Shape shape = Shape.of(parcel, originX, originY);
    return new Site(
        shape,
        EdgeKinds.of(shape, frontage, originX, originY),
        house,
        originX,
        originY,
        convergence);
  }

  /** Whether it is known where the street is. */
  public boolean hasStreet() {
    return kinds.contains(EdgeKind.STREET);
  }
}
