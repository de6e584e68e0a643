package dev.groma.engine.sitelayout.output;

import dev.groma.engine.CancelledException;
import dev.groma.engine.EngineContext;
import dev.groma.engine.crs.Crs;
import dev.groma.engine.draw.Hatch;
import dev.groma.engine.draw.NorthArrow;
import dev.groma.engine.draw.PathData;
import dev.groma.engine.draw.Sheet;
import dev.groma.engine.draw.SvgWriter;
import dev.groma.engine.draw.Viewport;
import dev.groma.engine.geometry.Bounds;
import dev.groma.engine.geometry.Points;
import dev.groma.engine.sitelayout.Layout;
import dev.groma.engine.sitelayout.asset.Asset;
import dev.groma.engine.sitelayout.read.LocalFrame;
import dev.groma.engine.sitelayout.roads.Road;
import dev.groma.engine.sitelayout.roads.Unreachable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Base64;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/** Draws {@code map.svg}: slopes and relief, exclusions, assets, roads, and where roads fail. */
final class MapSvg {

  static final Hatch CLOSED = new Hatch("closed", "#ffffff00", AssetColours.EXCLUSION, 7, 45);

  private final Layout layout;
  private final LocalFrame frame;
  private final double roadWidth;
  private final EngineContext context;

  MapSvg(Layout layout, LocalFrame frame, double roadWidth, EngineContext context) {
    this.layout = layout;
    this.frame = frame;
    this.roadWidth = roadWidth;
    this.context = context;
  }

  void write(OutputStream out) throws IOException, CancelledException {
    new Sheet(
            MapWording.title(layout),
            MapWording.subtitle(layout),
            shown(layout),
            new Sheet.BarUnit("m", 1),
            List.of(CLOSED),
            MapLegend.of(layout),
            north())
        .draw(out, this::draw);
  }

  /** The boundary, the entry and a margin. */
  static Bounds shown(Layout layout) {
    Envelope box = new Envelope(layout.site().boundary().getEnvelopeInternal());
    box.expandToInclude(layout.site().entry());
    layout.assets().forEach(asset -> box.expandToInclude(asset.footprint().envelope()));
    box.expandBy(0.02 * Math.max(box.getWidth(), box.getHeight()));
    return new Bounds(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
  }

  private NorthArrow north() {
    Crs crs = frame.crs();
    return new NorthArrow(crs.convergence(frame.originX(), frame.originY()));
  }

  private void draw(SvgWriter svg, Viewport view) throws IOException, CancelledException {
    relief(svg, view);
    Geometry exclusions = layout.site().exclusions();
    outline(svg, view, exclusions, CLOSED.fill(), AssetColours.EXCLUSION, "1.2", "none");
    outline(svg, view, layout.site().boundary(), "none", AssetColours.BOUNDARY, "2.2", "none");
    roads(svg, view);
    for (Asset asset : layout.assets()) {
      AssetSvg.draw(svg, view, asset, layout);
    }
    failures(svg, view);
    entry(svg, view);
  }

  private void relief(SvgWriter svg, Viewport view) throws IOException, CancelledException {
    Hillshade shade = Hillshade.of(layout.grid(), view.plan(), context);
    byte[] png = Png.encode(shade.width(), shade.height(), shade.rgb(), context);
    svg.empty(
        "image",
        "x",
        SvgWriter.number(view.x(view.plan().minX())),
        "y",
        SvgWriter.number(view.y(view.plan().maxY())),
        "width",
        SvgWriter.number(view.length(view.plan().width())),
        "height",
        SvgWriter.number(view.length(view.plan().height())),
        "preserveAspectRatio",
        "none",
        "href",
        "data:image/png;base64," + Base64.getEncoder().encodeToString(png));
  }

  private static void outline(
      SvgWriter svg,
      Viewport view,
      Geometry geometry,
      String fill,
      String stroke,
      String width,
      String dashes)
      throws IOException {
    PathData path = new PathData();
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      if (geometry.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
        path.ring(view.onPage(Points.of(Places.flat(polygon.getExteriorRing()))));
        for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
          path.ring(view.onPage(Points.of(Places.flat(polygon.getInteriorRingN(hole)))));
        }
      }
    }
    if (path.length() > 0) {
      svg.empty(
          "path",
          "d",
          path.toString(),
          "fill",
          fill,
          "fill-rule",
          "evenodd",
          "stroke",
          stroke,
          "stroke-width",
          width,
          "stroke-dasharray",
          dashes,
          "stroke-linejoin",
          "round");
    }
  }

  /** A dark casing under a light surface, all casings first, so that junctions are open. */
  private void roads(SvgWriter svg, Viewport view) throws IOException {
    double surface = Math.max(2.2, view.length(roadWidth));
    for (boolean casing : new boolean[] {true, false}) {
      svg.begin(
          "g",
          "id",
          casing ? "road-casings" : "roads",
          "stroke",
          casing ? AssetColours.ROAD : AssetColours.ROAD_SURFACE,
          "stroke-width",
          SvgWriter.number(casing ? surface + 2 : surface),
          "stroke-linecap",
          "round",
          "stroke-linejoin",
          "round");
      for (Road road : layout.network().roads()) {
        double[] xy = new double[2 * road.stations()];
        for (int i = 0; i < road.stations(); i++) {
          xy[2 * i] = road.x(i);
          xy[2 * i + 1] = road.y(i);
        }
        svg.empty("path", "d", new PathData().line(view.onPage(Points.of(xy))).toString());
      }
      svg.end();
    }
  }

  private void failures(SvgWriter svg, Viewport view) throws IOException {
    for (Unreachable failed : layout.network().unreachable()) {
      double x = view.x(failed.x());
      double y = view.y(failed.y());
      svg.empty(
          "path",
          "d",
          new PathData()
              .moveTo(x - 6, y - 6)
              .lineTo(x + 6, y + 6)
              .moveTo(x - 6, y + 6)
              .lineTo(x + 6, y - 6)
              .toString(),
          "stroke",
          "#cf2f3c",
          "stroke-width",
          "3");
    }
  }

  private void entry(SvgWriter svg, Viewport view) throws IOException {
    svg.empty(
        "circle",
        "id",
        "entry",
        "cx",
        SvgWriter.number(view.x(layout.site().entry().x)),
        "cy",
        SvgWriter.number(view.y(layout.site().entry().y)),
        "r",
        "6",
        "fill",
        "#ffffff",
        "stroke",
        AssetColours.BOUNDARY,
        "stroke-width",
        "3");
  }
}
