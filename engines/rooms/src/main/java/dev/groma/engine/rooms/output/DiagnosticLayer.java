package dev.groma.engine.rooms.output;

import dev.groma.engine.draw.Palette;
import dev.groma.engine.draw.SvgWriter;
import dev.groma.engine.draw.Swatch;
import dev.groma.engine.draw.Viewport;
import dev.groma.engine.rooms.Diagnostic;
import dev.groma.engine.rooms.FloorPlan;
import java.io.IOException;

/** What encloses nothing or was assumed, in strong colours over a soft glow. */
final class DiagnosticLayer {

  private static final double GLOW = 5;

  private final FloorPlan plan;
  private final LineStyle style;

  DiagnosticLayer(FloorPlan plan, LineStyle style) {
    this.plan = plan;
    this.style = style;
  }

  /** How a kind is drawn. */
  static Swatch.Line swatch(Diagnostic.Kind kind, LineStyle style) {
    return switch (kind) {
      case DANGLE -> new Swatch.Line(Palette.ERROR, style.mark(), "none");
      case CUT -> new Swatch.Line(Palette.ODD, style.mark(), "none");
      case BRIDGE -> new Swatch.Line(Palette.ASSUMED, style.mark(), "6 4");
      case INVALID_RING -> new Swatch.Line(Palette.ERROR, style.mark(), "2 3");
    };
  }

  /** What a kind is called in the legend. */
  static String label(Diagnostic.Kind kind) {
    return switch (kind) {
      case DANGLE -> "loose end";
      case CUT -> "cut edge: same face on both sides";
      case BRIDGE -> "closed gap";
      case INVALID_RING -> "invalid ring";
    };
  }

  void draw(SvgWriter svg, Viewport view) throws IOException {
    svg.begin("g", "id", "diagnostics", "stroke-linecap", "round");
    for (Diagnostic.Kind kind : Diagnostic.Kind.values()) {
      Swatch.Line line = swatch(kind, style);
      draw(
          svg,
          view,
          kind,
          new PathGroup(
              svg,
              "stroke",
              line.colour(),
              "stroke-opacity",
              "0.16",
              "stroke-width",
              SvgWriter.number(line.width() * GLOW)));
      draw(
          svg,
          view,
          kind,
          new PathGroup(
              svg,
              "stroke",
              line.colour(),
              "stroke-width",
              SvgWriter.number(line.width()),
              "stroke-dasharray",
              line.dashes()));
    }
    svg.end();
  }

  private void draw(SvgWriter svg, Viewport view, Diagnostic.Kind kind, PathGroup group)
      throws IOException {
    for (Diagnostic diagnostic : plan.diagnostics()) {
      if (diagnostic.kind() == kind) {
        group.data().line(view.onPage(new PlanPoints(diagnostic.line())));
      }
    }
    group.flush();
  }
}
