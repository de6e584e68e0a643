package dev.groma.engine.rooms.output;

import dev.groma.engine.draw.Viewport;
import dev.groma.engine.geometry.Bounds;
import dev.groma.engine.geometry.Points;
import dev.groma.engine.rooms.Box;
import dev.groma.engine.rooms.Diagnostic;
import dev.groma.engine.rooms.FloorPlan;
import java.util.ArrayList;
import java.util.List;

/** Lines on the page that labels keep off where they can. */
final class Obstacles {

  /** On a drawing with more there is no room for labels anyway. */
  private static final int MOST = 5_000;

  private record Obstacle(Points line, Bounds bounds) {}

  private final List<Obstacle> all = new ArrayList<>();

  /** Door swings and everything that is marked inside rooms. */
  static Obstacles of(FloorPlan plan, List<Points> doorSwings, Viewport view) {
    Obstacles obstacles = new Obstacles();
    doorSwings.forEach(obstacles::add);
    for (Diagnostic diagnostic : plan.diagnostics()) {
      obstacles.add(view.onPage(new PlanPoints(diagnostic.line())));
    }
    return obstacles;
  }

  private void add(Points line) {
    if (all.size() < MOST) {
      all.add(new Obstacle(line, Bounds.of(line)));
    }
  }

  /** Those that reach into a box given in plan units. */
  List<Points> near(Box box, Viewport view) {
    Bounds onPage =
        new Bounds(view.x(box.minX()), view.y(box.maxY()), view.x(box.maxX()), view.y(box.minY()));
    return all.stream()
        .filter(obstacle -> obstacle.bounds().meets(onPage))
        .map(Obstacle::line)
        .toList();
  }
}
