package dev.groma.engine.draw;

import dev.groma.engine.geometry.Bounds;
import dev.groma.engine.geometry.Points;

/**
 * The window through which the page shows the plan: same scale along both axes, y turned downwards.
 *
 * @param plan what is shown, in plan units
 * @param left x of the window's left side on the page
 * @param top y of the window's upper side on the page
 * @param scale page units for each plan unit
 */
public record Viewport(Bounds plan, double left, double top, double scale) {

  public Viewport {
    if (!(scale > 0 && scale < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("scale must be above 0, was " + scale);
    }
  }

  /** x on the page. */
  public double x(double planX) {
    return left + (planX - plan.minX()) * scale;
  }

  /** y on the page. */
  public double y(double planY) {
    return top + (plan.maxY() - planY) * scale;
  }

  /** A length on the page. */
  public double length(double planLength) {
    return planLength * scale;
  }

  /** Points as they lie on the page. */
  public Points onPage(Points points) {
    double[] xy = new double[2 * points.size()];
    for (int i = 0; i < points.size(); i++) {
      xy[2 * i] = x(points.x(i));
      xy[2 * i + 1] = y(points.y(i));
    }
    return Points.of(xy);
  }
}
