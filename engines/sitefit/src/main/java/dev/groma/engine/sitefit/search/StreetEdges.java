package dev.groma.engine.sitefit.search;

import dev.groma.engine.sitefit.EdgeKind;
import dev.groma.engine.sitefit.Site;
import dev.groma.engine.sitefit.fit.TurnedHouse;
import dev.groma.engine.sitefit.shape.Segments;
import dev.groma.engine.sitefit.shape.Shape;

/** Distances of a turned house from the edges of the parcel that lie at the street. */
final class StreetEdges {

  private final Shape parcel;
  private final boolean[] atStreet;

  StreetEdges(Site site) {
    parcel = site.parcel();
    atStreet = new boolean[parcel.size()];
    for (int edge = 0; edge < atStreet.length; edge++) {
      atStreet[edge] = site.kinds().get(edge) == EdgeKind.STREET;
    }
  }

  /**
   * From the house to the nearest edge at the street; infinite without one, of no meaning where
   * they cross.
   */
  double distance(TurnedHouse house, double px, double py) {
    double radius = house.house().radius();
    double least = Double.POSITIVE_INFINITY;
    double squared = Double.POSITIVE_INFINITY;
    for (int edge = 0; edge < atStreet.length; edge++) {
      if (!atStreet[edge]) {
        continue;
      }
      int end = parcel.next(edge);
      double ax = parcel.x(edge) - px;
      double ay = parcel.y(edge) - py;
      double bx = parcel.x(end) - px;
      double by = parcel.y(end) - py;
      double reach = least + radius;
      if (Segments.squaredDistance(0, 0, ax, ay, bx, by) < reach * reach) {
        squared = Math.min(squared, house.squaredDistanceToSegment(ax, ay, bx, by));
        least = Math.sqrt(squared);
      }
    }
    return least;
  }

  /** From the street to the farthest corner of the parcel; 0 without a street. */
  double farthest() {
    double farthest = 0;
    for (int corner = 0; corner < parcel.size(); corner++) {
      double least = Double.POSITIVE_INFINITY;
      for (int edge = 0; edge < atStreet.length; edge++) {
        if (atStreet[edge]) {
          int end = parcel.next(edge);
          least =
              Math.min(
                  least,
                  Segments.squaredDistance(
                      parcel.x(corner),
                      parcel.y(corner),
                      parcel.x(edge),
                      parcel.y(edge),
                      parcel.x(end),
                      parcel.y(end)));
        }
      }
      farthest = Math.max(farthest, least == Double.POSITIVE_INFINITY ? 0 : Math.sqrt(least));
    }
    return farthest;
  }
}
