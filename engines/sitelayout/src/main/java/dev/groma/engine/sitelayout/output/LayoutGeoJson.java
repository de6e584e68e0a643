package dev.groma.engine.sitelayout.output;

import dev.groma.engine.geojson.GeoJsonWriter;
import dev.groma.engine.number.Decimals;
import dev.groma.engine.sitelayout.Layout;
import dev.groma.engine.sitelayout.asset.Asset;
import dev.groma.engine.sitelayout.earthworks.Earthworks;
import dev.groma.engine.sitelayout.read.LocalFrame;
import dev.groma.engine.sitelayout.roads.Road;
import dev.groma.engine.sitelayout.roads.Unreachable;
import java.io.IOException;
import java.io.OutputStream;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/** The layout as GeoJSON: outlines, assets, roads with elevations and the grade of each segment. */
final class LayoutGeoJson {

  private static final Decimals MILLIMETRES = new Decimals(3);
  private static final Decimals CENTS = new Decimals(2);

  /** Elevations and grades of roads: a tenth of a millimetre keeps a grade to 0.01 %. */
  private static final Decimals FINE = new Decimals(4);

  private final Layout layout;
  private final LocalFrame frame;
  private final Places places;

  LayoutGeoJson(Layout layout, LocalFrame frame, Places places) {
    this.layout = layout;
    this.frame = frame;
    this.places = places;
  }

  void write(OutputStream out) throws IOException {
    try (GeoJsonWriter json = new GeoJsonWriter(out, places.precision())) {
      head(json);
      outlines(json, layout.site().boundary(), "boundary");
      outlines(json, layout.site().exclusions(), "exclusion");
      double[] entry = {layout.site().entry().x, layout.site().entry().y};
      json.point(
          "entry",
          places.of(frame, entry).x(0),
          places.of(frame, entry).y(0),
          p -> p.member("kind", "entry").member("assumed", layout.site().entryAssumed()));
      for (Asset asset : layout.assets()) {
        asset(json, asset);
      }
      roads(json);
      for (Unreachable failed : layout.network().unreachable()) {
        double[] at = {failed.x(), failed.y()};
        json.point(
            "fails-" + failed.asset(),
            places.of(frame, at).x(0),
            places.of(frame, at).y(0),
            p ->
                p.member("kind", "roadFails")
                    .member("asset", failed.asset())
                    .member("cause", failed.cause().words()));
      }
    }
  }

  void writeRoads(OutputStream out) throws IOException {
    try (GeoJsonWriter json = new GeoJsonWriter(out, places.precision())) {
      head(json);
      roads(json);
    }
  }

  private void head(GeoJsonWriter json) throws IOException {
    switch (places) {
      case WGS84 -> json.member("workingCrs", frame.crs().code());
      case WORKING ->
          json.object(
              "crs",
              crs ->
                  crs.member("type", "name")
                      .object("properties", p -> p.member("name", frame.crs().code())));
    }
  }

  private void outlines(GeoJsonWriter json, Geometry geometry, String kind) throws IOException {
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      if (geometry.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
        json.polygon(
            kind + "-" + (i + 1),
            places.of(frame, polygon.getExteriorRing()),
            places.holes(frame, polygon),
            p -> p.member("kind", kind).number("areaM2", polygon.getArea(), CENTS));
      }
    }
  }

  private void asset(GeoJsonWriter json, Asset asset) throws IOException {
    json.polygon(
        asset.id(),
        places.of(frame, Places.closed(asset.footprint().corners())),
        java.util.List.of(),
        p -> {
          p.member("kind", "asset")
              .member("type", asset.type().name())
              .member("fixed", asset.fixed())
              .member("connected", layout.network().reaches(asset.id()))
              .number("capacityKw", asset.type().capacityKw(), CENTS)
              .number("rotationDegrees", asset.footprint().degrees(), MILLIMETRES)
              .number("lengthM", asset.footprint().size().length(), MILLIMETRES)
              .number("widthM", asset.footprint().size().width(), MILLIMETRES);
          pad(p, asset);
        });
  }

  private void pad(GeoJsonWriter json, Asset asset) throws IOException {
    for (int i = 0; i < layout.pads().size(); i++) {
      if (layout.pads().get(i).asset() == asset) {
        Earthworks.Work work = layout.earthworks().pads().get(i);
        json.number("elevation", layout.pads().get(i).elevation(), MILLIMETRES)
            .number("cutM3", work.total().cut(), CENTS)
            .number("fillM3", work.total().fill(), CENTS)
            .number("sigmaM3", work.sigma(), CENTS);
      }
    }
  }

  private void roads(GeoJsonWriter json) throws IOException {
    for (int i = 0; i < layout.network().roads().size(); i++) {
      Road road = layout.network().roads().get(i);
      Earthworks.Work work = layout.earthworks().roads().get(i);
      double[] xy = new double[2 * road.stations()];
      double[] grades = new double[road.stations() - 1];
      for (int k = 0; k < road.stations(); k++) {
        xy[2 * k] = road.x(k);
        xy[2 * k + 1] = road.y(k);
        if (k + 1 < road.stations()) {
          grades[k] = road.gradePercent(k);
        }
      }
      json.line(
          road.id(),
          places.of(frame, xy),
          road::z,
          FINE,
          p -> {
            p.member("kind", "road")
                .member("from", road.from())
                .member("to", road.to())
                .number("lengthM", road.length(), MILLIMETRES)
                .number("steepestPercent", road.steepestPercent(), FINE)
                .number("cutM3", work.total().cut(), CENTS)
                .number("fillM3", work.total().fill(), CENTS);
            if (Double.isFinite(road.minRadius())) {
              p.number("minRadiusM", road.minRadius(), MILLIMETRES);
            }
            p.numbers("gradePercent", grades, FINE);
          });
    }
  }
}
