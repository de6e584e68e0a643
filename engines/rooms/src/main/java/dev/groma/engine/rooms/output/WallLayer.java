package dev.groma.engine.rooms.output;

import dev.groma.engine.CancelledException;
import dev.groma.engine.EngineContext;
import dev.groma.engine.draw.Palette;
import dev.groma.engine.draw.PathData;
import dev.groma.engine.draw.SvgWriter;
import dev.groma.engine.draw.Viewport;
import dev.groma.engine.rooms.Wall;
import dev.groma.engine.rooms.WallPlan;
import java.io.IOException;
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
    svg.begin("g", "id", "walls", "stroke-linejoin", "miter");
    for (Pass pass : Pass.values()) {
      context.checkCancelled();
      draw(svg, view, pass);
    }
    svg.end();
  }

  private void draw(SvgWriter svg, Viewport view, Pass pass) throws IOException {
    Map<Double, PathGroup> groups = new TreeMap<>();
    int next;
    for (int first = 0; first < plan.segmentCount(); first = next) {
      next = first + 1;
      while (next < plan.segmentCount() && continues(next)) {
        next++;
      }
      Wall wall = plan.walls().get(plan.wall(first));
      if (Pass.of(wall) == pass) {
        double width = width(wall, style, view);
        boolean isLine = width <= style.bearing();
        PathGroup group =
            groups.computeIfAbsent(width, w -> new PathGroup(svg, attributes(pass, w, isLine)));
        appendRun(group.data(), view, first, next);
      }
    }
    for (PathGroup group : groups.values()) {
      group.flush();
    }
  }

  private static String[] attributes(Pass pass, double width, boolean isLine) {
    return new String[] {
      "stroke", pass == Pass.BEARING ? Palette.BEARING : Palette.WALL,
      "stroke-width", SvgWriter.number(width),
      // Square ends fill the corner where two thick walls meet.
      "stroke-linecap", pass == Pass.VIRTUAL ? "butt" : isLine ? "round" : "square",
      "stroke-dasharray", pass == Pass.VIRTUAL ? VIRTUAL_DASHES : "none"
    };
  }

  /** Whether a segment goes on where the one before it ended, in the same wall. */
  private boolean continues(int segment) {
    int before = segment - 1;
    return plan.wall(segment) == plan.wall(before)
        && plan.x1(segment) == plan.x2(before)
        && plan.y1(segment) == plan.y2(before);
  }

  private void appendRun(PathData data, Viewport view, int first, int next) {
    data.moveTo(view.x(plan.x1(first)), view.y(plan.y1(first)));
    boolean closed =
        next - first > 2
            && plan.x2(next - 1) == plan.x1(first)
            && plan.y2(next - 1) == plan.y1(first);
    for (int s = first; s < (closed ? next - 1 : next); s++) {
      data.lineTo(view.x(plan.x2(s)), view.y(plan.y2(s)));
    }
    if (closed) {
      data.close();
    }
  }
}
