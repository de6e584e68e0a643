package dev.groma.engine.geometry;

/** Points in one array, x and y in turn. */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere, and handed over at birth
record FlatPoints(double[] xy) implements Points {

  @Override
  public int size() {
    return xy.length / 2;
  }

  @Override
  public double x(int point) {
    return xy[2 * point];
  }

  @Override
  public double y(int point) {
    return xy[2 * point + 1];
  }
}
