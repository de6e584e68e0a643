package dev.groma.engine.rooms;

import java.util.Random;

/** Seeded generators of plans. */
final class Drawings {

  private Drawings() {}

  /**
   * Columns times rows of rooms, 4 by 3, walls shared; inner corners moved by up to {@code shift}.
   */
  static Drawing grid(int columns, int rows, double shift, Random random) {
    double[][][] corner = corners(columns, rows, shift, random);
    Drawing drawing = new Drawing();
    for (int i = 0; i <= columns; i++) {
      for (int j = 0; j <= rows; j++) {
        if (i < columns) {
          line(drawing, corner[i][j], corner[i + 1][j]);
        }
        if (j < rows) {
          line(drawing, corner[i][j], corner[i][j + 1]);
        }
      }
    }
    return drawing;
  }

  /**
   * As {@link #grid}, but each room has four walls of its own, so that shared walls are drawn
   * twice.
   */
  static Drawing ownWalls(int columns, int rows, double shift, Random random) {
    double[][][] corner = corners(columns, rows, shift, random);
    Drawing drawing = new Drawing();
    for (int i = 0; i < columns; i++) {
      for (int j = 0; j < rows; j++) {
        line(drawing, corner[i][j], corner[i + 1][j]);
        line(drawing, corner[i + 1][j], corner[i + 1][j + 1]);
        line(drawing, corner[i + 1][j + 1], corner[i][j + 1]);
        line(drawing, corner[i][j + 1], corner[i][j]);
      }
    }
    return drawing;
  }

  private static double[][][] corners(int columns, int rows, double shift, Random random) {
    double[][][] corner = new double[columns + 1][rows + 1][];
    for (int i = 0; i <= columns; i++) {
      for (int j = 0; j <= rows; j++) {
        boolean isInner = i > 0 && j > 0 && i < columns && j < rows;
        double reach = isInner ? shift : 0;
        corner[i][j] =
            new double[] {
              4 * i + reach * (2 * random.nextDouble() - 1),
              3 * j + reach * (2 * random.nextDouble() - 1)
            };
      }
    }
    return corner;
  }

  private static void line(Drawing drawing, double[] from, double[] to) {
    drawing.line(from[0], from[1], to[0], to[1]);
  }

  /** A grid of long lines from side to side: every room corner is a crossing. */
  static Drawing longLines(int columns, int rows) {
    Drawing drawing = new Drawing();
    for (int i = 0; i <= columns; i++) {
      drawing.line(4 * i, 0, 4 * i, 3 * rows);
    }
    for (int j = 0; j <= rows; j++) {
      drawing.line(0, 3 * j, 4 * columns, 3 * j);
    }
    return drawing;
  }

  /** {@code depth} rectangles one in the other, half a unit apart; that many rooms. */
  static Drawing nested(int depth) {
    Drawing drawing = new Drawing();
    for (int i = 0; i < depth; i++) {
      double inset = 0.8 * i;
      drawing.rectangle(inset, inset, 2 * depth - inset, 2 * depth - inset);
    }
    return drawing;
  }

  /**
   * Rooms with walls of a thickness, drawn as two lines: the outer outline and each room's own.
   * Columns times rows of rooms, 4 by 3 from axis to axis.
   */
  static Drawing doubleLine(int columns, int rows, double thickness) {
    double half = thickness / 2;
    Drawing drawing = new Drawing();
    drawing.rectangle(-half, -half, 4 * columns + half, 3 * rows + half);
    for (int i = 0; i < columns; i++) {
      for (int j = 0; j < rows; j++) {
        drawing.rectangle(4 * i + half, 3 * j + half, 4 * (i + 1) - half, 3 * (j + 1) - half);
      }
    }
    return drawing;
  }

  /** Segments anywhere in the unit square. */
  static Drawing soup(int count, double maxLength, Random random) {
    Drawing drawing = new Drawing();
    for (int i = 0; i < count; i++) {
      double x = random.nextDouble();
      double y = random.nextDouble();
      double angle = 2 * Math.PI * random.nextDouble();
      double length = maxLength * random.nextDouble();
      drawing.line(x, y, x + length * Math.cos(angle), y + length * Math.sin(angle));
    }
    return drawing;
  }

  /**
   * The plan of {@link #doubleLine} as a drawing program keeps it: every wall a rectangle from side
   * to side, so that rectangles cross, and in each inner wall between two rooms a door, a rectangle
   * too.
   */
  static Drawing wallRectangles(int columns, int rows, double thickness) {
    double half = thickness / 2;
    Drawing drawing = new Drawing();
    for (int i = 0; i <= columns; i++) {
      drawing.rectangle(4 * i - half, -half, 4 * i + half, 3 * rows + half);
    }
    for (int j = 0; j <= rows; j++) {
      drawing.rectangle(-half, 3 * j - half, 4 * columns + half, 3 * j + half);
    }
    for (int i = 1; i < columns; i++) {
      for (int j = 0; j < rows; j++) {
        drawing.rectangle(4 * i - half, 3 * j + 1, 4 * i + half, 3 * j + 1.9);
      }
    }
    return drawing;
  }
}
