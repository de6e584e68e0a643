package dev.groma.engine.sitelayout.output;

import dev.groma.engine.draw.PathData;
import dev.groma.engine.draw.SvgWriter;
import dev.groma.engine.draw.Viewport;
import dev.groma.engine.geometry.Points;
import dev.groma.engine.sitelayout.Layout;
import dev.groma.engine.sitelayout.asset.Asset;
import dev.groma.engine.sitelayout.asset.Catalogue;
import java.io.IOException;

/** Draws an asset: its rectangle with a tool tip, and the rows of a solar block. */
final class AssetSvg {

  private AssetSvg() {}

  static void draw(SvgWriter svg, Viewport view, Asset asset, Layout layout) throws IOException {
    Points ring = view.onPage(Points.of(Places.closed(asset.footprint().corners())));
    svg.begin("g", "id", asset.id());
    svg.text("title", MapWording.about(asset, layout));
    svg.empty(
        "path",
        "d",
        new PathData().ring(ring).toString(),
        "fill",
        AssetColours.fill(asset.type()),
        "fill-opacity",
        "0.92",
        "stroke",
        AssetColours.OUTLINE,
        "stroke-width",
        asset.fixed() ? "2" : "0.8");
    if (asset.type().name().equals(Catalogue.SOLAR_BLOCK)) {
      rows(svg, view, asset);
    }
    svg.end();
  }

  /** The rows of a solar block at their pitch, where they are wide enough to be seen. */
  private static void rows(SvgWriter svg, Viewport view, Asset asset) throws IOException {
    double pitch = Catalogue.SOLAR_ROW_PITCH;
    if (view.length(pitch) < 2) {
      return;
    }
    double length = asset.footprint().size().length();
    double width = asset.footprint().size().width();
    int count = (int) Math.floor(length / pitch);
    PathData path = new PathData();
    for (int i = 0; i < count; i++) {
      double along = (i - (count - 1) / 2.0) * pitch;
      for (int end : new int[] {-1, 1}) {
        double across = end * (width / 2 - 2);
        double x =
            asset.footprint().x()
                + along * asset.footprint().cos()
                - across * asset.footprint().sin();
        double y =
            asset.footprint().y()
                + along * asset.footprint().sin()
                + across * asset.footprint().cos();
        if (end < 0) {
          path.moveTo(view.x(x), view.y(y));
        } else {
          path.lineTo(view.x(x), view.y(y));
        }
      }
    }
    svg.empty(
        "path",
        "d",
        path.toString(),
        "stroke",
        "#cfdcea",
        "stroke-width",
        SvgWriter.number(Math.max(0.5, view.length(pitch) * 0.3)));
  }
}
