package dev.groma.engine.sitefit.fit;

import dev.groma.engine.geometry.Bounds;
import dev.groma.engine.sitefit.shape.Shape;
import java.util.Arrays;

/**
 * The positions at which a turned house touches the region at one edge: segments, one for each pair
 * of a region's edge and a corner of the house that can lie on it from within, and of a corner of
 * the region that points inwards and an edge of the house that can pass it.
 */
final class Contacts {

  /** Shares of the product of two lengths; below, a corner counts as lying along the edge. */
  private static final double ALONG = 1e-9;

  private final Bounds within;
  private double[] ax = new double[128];
  private double[] ay = new double[128];
  private double[] bx = new double[128];
  private double[] by = new double[128];
  private int size;

  private Contacts(Bounds within) {
    this.within = within;
  }

  /** The segments that meet a box. */
  static Contacts of(Shape region, TurnedHouse house, Bounds within) {
    Contacts contacts = new Contacts(within);
    for (int edge = 0; edge < region.size(); edge++) {
      contacts.addCornersOn(region, edge, house);
      if (region.isReflex(edge)) {
        contacts.addEdgesAt(region, edge, house);
      }
    }
    return contacts;
  }

  private void addCornersOn(Shape region, int edge, TurnedHouse house) {
    int end = region.next(edge);
    double dx = region.x(end) - region.x(edge);
    double dy = region.y(end) - region.y(edge);
    double reach = ALONG * Math.hypot(dx, dy) * house.house().radius();
    int size = house.size();
    double before = dx * house.y[size - 1] - dy * house.x[size - 1];
    double here = dx * house.y[0] - dy * house.x[0];
    for (int corner = 0; corner < size; corner++) {
      int next = house.next(corner);
      double after = dx * house.y[next] - dy * house.x[next];
      if (before >= here - reach && after >= here - reach) {
        add(
            region.x(edge) - house.x[corner],
            region.y(edge) - house.y[corner],
            region.x(end) - house.x[corner],
            region.y(end) - house.y[corner]);
      }
      before = here;
      here = after;
    }
  }

  private void addEdgesAt(Shape region, int vertex, TurnedHouse house) {
    double x = region.x(vertex);
    double y = region.y(vertex);
    double backX = region.x(region.previous(vertex)) - x;
    double backY = region.y(region.previous(vertex)) - y;
    double onX = region.x(region.next(vertex)) - x;
    double onY = region.y(region.next(vertex)) - y;
    double lengths = Math.max(Math.hypot(backX, backY), Math.hypot(onX, onY));
    for (int corner = 0; corner < house.size(); corner++) {
      int next = house.next(corner);
      double dx = house.x[next] - house.x[corner];
      double dy = house.y[next] - house.y[corner];
      double reach = ALONG * Math.hypot(dx, dy) * lengths;
      if (dx * backY - dy * backX <= reach && dx * onY - dy * onX <= reach) {
        add(x - house.x[next], y - house.y[next], x - house.x[corner], y - house.y[corner]);
      }
    }
  }

  private void add(double fromX, double fromY, double toX, double toY) {
    if (Math.max(fromX, toX) < within.minX()
        || Math.min(fromX, toX) > within.maxX()
        || Math.max(fromY, toY) < within.minY()
        || Math.min(fromY, toY) > within.maxY()) {
      return;
    }
    if (size == ax.length) {
      ax = Arrays.copyOf(ax, 2 * size);
      ay = Arrays.copyOf(ay, 2 * size);
      bx = Arrays.copyOf(bx, 2 * size);
      by = Arrays.copyOf(by, 2 * size);
    }
    ax[size] = fromX;
    ay[size] = fromY;
    bx[size] = toX;
    by[size++] = toY;
  }

  /** What to do with a position. */
  interface Visitor {
    void visit(double x, double y);
  }

  /** Visits the ends of all segments and the points where two of them cross. */
  void visitCrossings(Visitor visitor) {
    for (int i = 0; i < size; i++) {
      visitor.visit(ax[i], ay[i]);
      visitor.visit(bx[i], by[i]);
      double minX = Math.min(ax[i], bx[i]);
      double maxX = Math.max(ax[i], bx[i]);
      double minY = Math.min(ay[i], by[i]);
      double maxY = Math.max(ay[i], by[i]);
      for (int j = 0; j < i; j++) {
        if (Math.max(ax[j], bx[j]) >= minX
            && Math.min(ax[j], bx[j]) <= maxX
            && Math.max(ay[j], by[j]) >= minY
            && Math.min(ay[j], by[j]) <= maxY) {
          visitCrossing(i, j, visitor);
        }
      }
    }
  }

  private void visitCrossing(int i, int j, Visitor visitor) {
    double dx = bx[i] - ax[i];
    double dy = by[i] - ay[i];
    double ex = bx[j] - ax[j];
    double ey = by[j] - ay[j];
    double cross = dx * ey - dy * ex;
    if (cross == 0) {
      return;
    }
    double fromX = ax[j] - ax[i];
    double fromY = ay[j] - ay[i];
    double along = (fromX * ey - fromY * ex) / cross;
    double alongOther = (fromX * dy - fromY * dx) / cross;
    if (along >= 0 && along <= 1 && alongOther >= 0 && alongOther <= 1) {
      visitor.visit(ax[i] + along * dx, ay[i] + along * dy);
    }
  }
}
