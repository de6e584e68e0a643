package dev.groma.engine.rooms.output;

import dev.groma.engine.geometry.Points;
import dev.groma.engine.rooms.Coordinates;
import java.util.List;

/** A line or ring of the plan as the writers see it. */
record PlanPoints(Coordinates coordinates) implements Points {

  static List<Points> of(List<Coordinates> rings) {
    return rings.stream().<Points>map(PlanPoints::new).toList();
  }

  @Override
  public int size() {
    return coordinates.size();
  }

  @Override
  public double x(int point) {
    return coordinates.x(point);
  }

  @Override
  public double y(int point) {
    return coordinates.y(point);
  }
}
