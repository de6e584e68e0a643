package dev.groma.engine.ring;

import dev.groma.engine.geometry.Points;
import java.util.List;

/**
 * A valid polygon in the sense of OGC Simple Features.
 *
 * @param shell closed, counterclockwise
 * @param holes each closed and clockwise
 */
public record SoundPolygon(Points shell, List<Points> holes) {

  public SoundPolygon {
    holes = List.copyOf(holes);
  }

  /** Shell minus holes. */
  public double area() {
    return shell.signedArea() + holes.stream().mapToDouble(Points::signedArea).sum();
  }
}
