package dev.groma.engine.sitefit.output;

import dev.groma.engine.crs.Crs;
import dev.groma.engine.crs.LonLat;
import dev.groma.engine.geojson.GeoJsonWriter;
import dev.groma.engine.geometry.Points;
import dev.groma.engine.number.Decimals;
import dev.groma.engine.number.Precision;
import dev.groma.engine.ring.SoundPolygon;
import dev.groma.engine.sitefit.Placement;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** Writes placements, buildable region and parcel as GeoJSON, in two systems. */
final class PlacementsGeoJson {

  private static final Precision METRES = new Precision(Outcome.LENGTHS, new Decimals(3));
  private static final Precision DEGREES = new Precision(new Decimals(9), new Decimals(3));

  private PlacementsGeoJson() {}

  /** From the frame of the site to where the file's coordinates are. */
  private interface Way {
    Points to(Points points);
  }

  /** In the parcel's own system, with the {@code crs} member that most programs still read. */
  static void writePlan(OutputStream out, Outcome outcome) throws IOException {
    try (GeoJsonWriter json = new GeoJsonWriter(out, METRES)) {
      Crs crs = outcome.read().crs();
      if (crs == null) {
        json.member("note", "a plan in metres without a coordinate reference system");
      } else {
        json.member("note", "coordinates in " + crs.code() + " (" + crs.name() + "), not WGS84");
        json.object(
            "crs",
            member ->
                member
                    .member("type", "name")
                    .object(
                        "properties",
                        name -> name.member("name", "urn:ogc:def:crs:EPSG::" + crs.number())));
      }
      write(json, outcome, points -> moved(points, outcome));
    }
  }

  /** In WGS84, as RFC 7946 has it. */
  static void writeMap(OutputStream out, Outcome outcome, Crs crs) throws IOException {
    try (GeoJsonWriter json = new GeoJsonWriter(out, DEGREES)) {
      write(json, outcome, points -> toWgs84(moved(points, outcome), crs));
    }
  }

  private static void write(GeoJsonWriter json, Outcome outcome, Way way) throws IOException {
    List<Placement> placements = outcome.fit().placements();
    for (int i = 0; i < placements.size(); i++) {
      Placement placement = placements.get(i);
      int rank = i + 1;
      json.polygon(
          Outcome.id(i),
          way.to(outcome.footprint(placement)),
          List.of(),
          properties ->
              properties
                  .member("kind", "placement")
                  .count("rank", rank)
                  .number("score", placement.score(), Outcome.SHARES)
                  .number("rotationDegrees", placement.rotation(), Outcome.DEGREES)
                  .number("clearanceM", placement.metrics().clearance(), Outcome.LENGTHS));
    }
    for (int i = 0; i < outcome.fit().buildable().size(); i++) {
      SoundPolygon part = outcome.fit().buildable().get(i);
      json.polygon(
          "buildable-" + (i + 1),
          way.to(part.shell()),
          part.holes().stream().map(way::to).toList(),
          properties ->
              properties
                  .member("kind", "buildableRegion")
                  .number("areaM2", part.area(), METRES.areas()));
    }
    writeParcel(json, outcome, way);
  }

  private static void writeParcel(GeoJsonWriter json, Outcome outcome, Way way) throws IOException {
    List<Points> rings = outcome.site().parcel().rings();
    int number = 1;
    for (int i = 0; i < rings.size(); number++) {
      Points shell = rings.get(i++);
      List<Points> holes = new ArrayList<>();
      while (i < rings.size() && rings.get(i).signedArea() < 0) {
        holes.add(way.to(rings.get(i++)));
      }
      json.polygon(
          "parcel-" + number,
          way.to(shell),
          holes,
          properties -> properties.member("kind", "parcel"));
    }
  }

  private static Points moved(Points points, Outcome outcome) {
    double[] xy = new double[2 * points.size()];
    for (int i = 0; i < points.size(); i++) {
      xy[2 * i] = points.x(i) + outcome.site().originX();
      xy[2 * i + 1] = points.y(i) + outcome.site().originY();
    }
    return Points.of(xy);
  }

  private static Points toWgs84(Points points, Crs crs) {
    double[] xy = new double[2 * points.size()];
    for (int i = 0; i < points.size(); i++) {
      LonLat place = crs.toWgs84(points.x(i), points.y(i));
      xy[2 * i] = place.longitude();
      xy[2 * i + 1] = place.latitude();
    }
    return Points.of(xy);
  }
}
