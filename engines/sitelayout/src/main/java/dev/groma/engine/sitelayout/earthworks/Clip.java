package dev.groma.engine.sitelayout.earthworks;

import java.util.Arrays;

/**
 * Clips a ring by an axis-parallel half-plane (I. E. Sutherland and G. W. Hodgman, "Reentrant
 * polygon clipping", CACM 17, 1974). A concave ring may come out running along the border twice,
 * there and back: such pieces cancel in every integral around the ring.
 */
final class Clip {

  private double[] xy = new double[16];
  private int size;

  /** Forgets all points. */
  void clear() {
    size = 0;
  }

  void add(double x, double y) {
    if (2 * size == xy.length) {
      xy = Arrays.copyOf(xy, 2 * xy.length);
    }
    xy[2 * size] = x;
    xy[2 * size + 1] = y;
    size++;
  }

  int size() {
    return size;
  }

  double x(int point) {
    return xy[2 * point];
  }

  double y(int point) {
    return xy[2 * point + 1];
  }

  /**
   * Writes what lies on one side of a border.
   *
   * @param axis 0 for a border of constant x, 1 for constant y
   * @param border its place
   * @param above whether the larger side is kept
   */
  void into(Clip result, int axis, double border, boolean above) {
    result.clear();
    for (int i = 0; i < size; i++) {
      int next = i + 1 == size ? 0 : i + 1;
      double from = xy[2 * i + axis];
      double to = xy[2 * next + axis];
      boolean fromKept = above ? from >= border : from <= border;
      boolean toKept = above ? to >= border : to <= border;
      if (fromKept) {
        result.add(x(i), y(i));
      }
      if (fromKept != toKept && from != border && to != border) {
        double share = (border - from) / (to - from);
        int other = 1 - axis;
        double across = xy[2 * i + other] + share * (xy[2 * next + other] - xy[2 * i + other]);
        result.add(axis == 0 ? border : across, axis == 0 ? across : border);
      }
    }
  }
}
