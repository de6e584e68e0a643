package dev.groma.engine.rooms.output;

import dev.groma.engine.CancelledException;
import dev.groma.engine.EngineContext;
import dev.groma.engine.draw.Palette;
import dev.groma.engine.draw.Sheet;
import dev.groma.engine.draw.SvgWriter;
import dev.groma.engine.draw.Swatch;
import dev.groma.engine.draw.Viewport;
import dev.groma.engine.geometry.Bounds;
import dev.groma.engine.rooms.Diagnostic;
import dev.groma.engine.rooms.FaceKind;
import dev.groma.engine.rooms.FloorPlan;
import dev.groma.engine.rooms.LengthUnit;
import dev.groma.engine.rooms.Opening;
import dev.groma.engine.rooms.Wall;
import dev.groma.engine.rooms.WallPlan;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** Draws {@code plan.svg}: the rooms, the walls around them, and what needs attention. */
final class PlanSvg {

  /** Lines in the legend are drawn as on a plan of few rooms, whatever the plan. */
  private static final LineStyle LEGEND_STYLE = new LineStyle(2.2, 4.4, 2.6);

  private final WallPlan walls;
  private final FloorPlan plan;
  private final PlanFrame frame;
  private final EngineContext context;

  PlanSvg(WallPlan walls, FloorPlan plan, PlanFrame frame, EngineContext context) {
    this.walls = walls;
    this.plan = plan;
    this.frame = frame;
    this.context = context;
  }

  void write(OutputStream out) throws IOException, CancelledException {
    LengthUnit unit = frame.unit();
    new Sheet(
            Wording.title(plan, unit),
            Wording.subtitle(plan),
            shown(),
            barUnit(unit),
            List.of(FaceLayer.TOO_SMALL),
            legend(),
            null)
        .draw(out, this::draw);
  }

  private void draw(SvgWriter svg, Viewport view) throws IOException, CancelledException {
    LineStyle style = LineStyle.of(view, plan.rooms().size());
    new FaceLayer(plan, frame.unit(), context).draw(svg, view);
    new WallLayer(walls, style, context).draw(svg, view);
    OpeningLayer openings = new OpeningLayer(walls, style);
    openings.draw(svg, view);
    new DiagnosticLayer(plan, style).draw(svg, view);
    Obstacles obstacles = Obstacles.of(plan, openings.doorSwings(view), view);
    new LabelLayer(plan, frame.unit(), obstacles, view.length(thickest())).draw(svg, view);
  }

  /** The walls with their thickness, and the leaves of doors, which may open outwards. */
  private Bounds shown() {
    double widestDoor =
        walls.openings().stream()
            .filter(opening -> opening.kind() == Opening.Kind.DOOR)
            .mapToDouble(Opening::width)
            .max()
            .orElse(0);
    double beyond = Math.min(thickest() / 2 + widestDoor * 0.25, frame.bounds().extent() * 0.1);
    return frame.bounds().grown(beyond);
  }

  private double thickest() {
    return walls.walls().stream().mapToDouble(Wall::thickness).max().orElse(0);
  }

  /** Metres for metric plans, feet for the others, pixels for those without scale. */
  private static Sheet.BarUnit barUnit(LengthUnit unit) {
    return switch (unit) {
      case METRE -> new Sheet.BarUnit("m", 1);
      case CENTIMETRE -> new Sheet.BarUnit("m", 100);
      case MILLIMETRE -> new Sheet.BarUnit("m", 1000);
      case FOOT -> new Sheet.BarUnit("ft", 1);
      case INCH -> new Sheet.BarUnit("ft", 12);
      case PIXEL -> new Sheet.BarUnit("px", 1);
    };
  }

  /** Only what occurs is explained. */
  private List<Swatch.Entry> legend() {
    List<Swatch.Entry> entries = new ArrayList<>();
    double line = LEGEND_STYLE.line();
    if (walls.walls().stream().anyMatch(wall -> !wall.virtual() && !wall.loadBearing())) {
      entries.add(entry("wall", new Swatch.Line(Palette.WALL, line, "none")));
    }
    if (walls.walls().stream().anyMatch(wall -> !wall.virtual() && wall.loadBearing())) {
      entries.add(
          entry("load-bearing", new Swatch.Line(Palette.BEARING, LEGEND_STYLE.bearing(), "none")));
    }
    if (walls.walls().stream().anyMatch(Wall::virtual)) {
      entries.add(entry("virtual", new Swatch.Line(Palette.WALL, line, WallLayer.VIRTUAL_DASHES)));
    }
    if (plan.of(FaceKind.WALL_BODY).findAny().isPresent()) {
      entries.add(entry("wall body", new Swatch.Fill(Palette.BODY)));
    }
    if (plan.of(FaceKind.TOO_SMALL).findAny().isPresent()) {
      entries.add(entry("too small for a room", new Swatch.Fill(FaceLayer.TOO_SMALL.fill())));
    }
    for (Diagnostic.Kind kind : Diagnostic.Kind.values()) {
      if (plan.of(kind).findAny().isPresent()) {
        entries.add(entry(DiagnosticLayer.label(kind), DiagnosticLayer.swatch(kind, LEGEND_STYLE)));
      }
    }
    return entries;
  }

  private static Swatch.Entry entry(String label, Swatch swatch) {
    return new Swatch.Entry(label, swatch);
  }
}
