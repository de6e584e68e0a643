package dev.groma.engine.geojson;

import java.util.List;

/** A geometry as read: simple ones and their Multi forms are one kind. */
public sealed interface Geometry {

  /**
   * A Point or MultiPoint.
   *
   * @param places at least one point
   */
  record PointSet(Line places) implements Geometry {}

  /**
   * A LineString or MultiLineString.
   *
   * @param lines each of at least two points
   */
  record Lines(List<Line> lines) implements Geometry {
    public Lines {
      lines = List.copyOf(lines);
    }
  }

  /**
   * A Polygon or MultiPolygon.
   *
   * @param polygons at least one
   */
  record Polygons(List<Rings> polygons) implements Geometry {
    public Polygons {
      polygons = List.copyOf(polygons);
    }
  }

  /**
   * The rings of one polygon, unchecked.
   *
   * @param shell around it
   * @param holes in it
   */
  record Rings(Line shell, List<Line> holes) {
    public Rings {
      holes = List.copyOf(holes);
    }
  }
}
