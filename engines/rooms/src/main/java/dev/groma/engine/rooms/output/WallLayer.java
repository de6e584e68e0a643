package dev.groma.engine.rooms.output;

import dev.groma.engine.CancelledException;
import dev.groma.engine.EngineContext;
import dev.groma.engine.draw.Palette;
import dev.groma.engine.draw.SvgWriter;
import dev.groma.engine.draw.Viewport;
import dev.groma.engine.rooms.Wall;
import dev.groma.engine.rooms.WallPlan;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Walls as drawn: as thick as they say, or as lines; what bears load is bolder and darker. */
final class WallLayer {

  static final String VIRTUAL_DASHES = "5 4";

  /** Widths are told apart in quarters of a page unit, so that there are few groups. */
  private static final double WIDTH_STEP = 0.25;

  private final WallPlan plan;
  private final LineStyle style;
  private final EngineContext context;

  /** What is drawn in one go, the lower first. */
  private enum Pass {
    VIRTUAL,
    PARTITION,
    BEARING;

    static Pass of(Wall wall) {
      return wall.virtual() ? VIRTUAL : wall.loadBearing() ? BEARING : PARTITION;
    }
  }

  WallLayer(WallPlan plan, LineStyle style, EngineContext context) {
    this.plan = plan;
    this.style = style;
    this.context = context;
  }

  /** The width of a wall on the page. */
  static double width(Wall wall, LineStyle style, Viewport view) {
    double line = wall.loadBearing() ? style.bearing() : style.line();
    double thick = Math.round(view.length(wall.thickness()) / WIDTH_STEP) * WIDTH_STEP;
    return wall.virtual() ? style.line() : Math.max(line, thick);
  }

  void draw(SvgWriter svg, Viewport view) throws IOException, CancelledException {
    List<WallRun> runs = WallRun.of(plan);
    svg.begin("g", "id", "walls", "stroke-linejoin", "miter");
    for (Pass pass : Pass.values()) {
      context.checkCancelled();
      draw(svg, view, runs, pass);
    }
    svg.end();
  }

  private void draw(SvgWriter svg, Viewport view, List<WallRun> runs, Pass pass)
      throws IOException {
    Map<Double, PathGroup> groups = new TreeMap<>();
    for (WallRun run : runs) {
      Wall wall = plan.walls().get(plan.wall(run.first()));
      if (Pass.of(wall) == pass) {
        PathGroup group =
            groups.computeIfAbsent(
                width(wall, style, view), width -> new PathGroup(svg, attributes(pass, width)));
        run.appendTo(group.data(), plan, view);
      }
    }
    for (PathGroup group : groups.values()) {
      group.flush();
    }
  }

  private String[] attributes(Pass pass, double width) {
    boolean isLine = width <= style.bearing();
    return new String[] {
      "stroke", pass == Pass.BEARING ? Palette.BEARING : Palette.WALL,
      "stroke-width", SvgWriter.number(width),
      // Square ends fill the corner where two thick walls meet.
      "stroke-linecap", pass == Pass.VIRTUAL ? "butt" : isLine ? "round" : "square",
      "stroke-dasharray", pass == Pass.VIRTUAL ? VIRTUAL_DASHES : "none"
    };
  }
}
