package dev.groma.engine.draw;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Explains what is drawn: entries in rows, each row flush right.
 *
 * @param rows entries from left to right, rows from top to bottom
 */
record Legend(List<List<Swatch.Entry>> rows) {

  private static final double FONT = 13;
  private static final double SWATCH_WIDTH = 26;
  private static final double SWATCH_HEIGHT = 14;
  private static final double GAP = 8;
  private static final double BETWEEN = 26;
  private static final double ROW = 26;

  /** Breaks the entries into rows at most so wide. */
  static Legend within(double width, List<Swatch.Entry> entries) {
    List<List<Swatch.Entry>> rows = new ArrayList<>();
    List<Swatch.Entry> row = new ArrayList<>();
    for (Swatch.Entry entry : entries) {
      row.add(entry);
      if (row.size() > 1 && width(row) > width) {
        row.removeLast();
        rows.add(List.copyOf(row));
        row = new ArrayList<>(List.of(entry));
      }
    }
    if (!row.isEmpty()) {
      rows.add(List.copyOf(row));
    }
    return new Legend(List.copyOf(rows));
  }

  double height() {
    return rows.size() * ROW;
  }

  /** Draws the rows below {@code top}, each ending at {@code right}. */
  void draw(SvgWriter svg, double right, double top) throws IOException {
    svg.begin("g", "id", "legend", "font-size", SvgWriter.number(FONT), "fill", Palette.INK);
    double middle = top + ROW / 2;
    for (List<Swatch.Entry> row : rows) {
      double x = right - width(row);
      for (Swatch.Entry entry : row) {
        swatch(svg, entry.swatch(), x, middle);
        svg.text(
            "text",
            entry.label(),
            "x",
            SvgWriter.number(x + SWATCH_WIDTH + GAP),
            "y",
            SvgWriter.number(middle + FONT * 0.35));
        x += width(entry) + BETWEEN;
      }
      middle += ROW;
    }
    svg.end();
  }

  private static void swatch(SvgWriter svg, Swatch swatch, double x, double middle)
      throws IOException {
    switch (swatch) {
      case Swatch.Fill fill ->
          svg.empty(
              "rect",
              "x",
              SvgWriter.number(x),
              "y",
              SvgWriter.number(middle - SWATCH_HEIGHT / 2),
              "width",
              SvgWriter.number(SWATCH_WIDTH),
              "height",
              SvgWriter.number(SWATCH_HEIGHT),
              "rx",
              "2",
              "fill",
              fill.fill(),
              "stroke",
              Palette.HAIRLINE);
      case Swatch.Line line ->
          svg.empty(
              "path",
              "d",
              new PathData().moveTo(x, middle).lineTo(x + SWATCH_WIDTH, middle).toString(),
              "stroke",
              line.colour(),
              "stroke-width",
              SvgWriter.number(line.width()),
              "stroke-dasharray",
              line.dashes());
    }
  }

  private static double width(List<Swatch.Entry> row) {
    return row.stream().mapToDouble(Legend::width).sum() + BETWEEN * (row.size() - 1);
  }

  private static double width(Swatch.Entry entry) {
    return SWATCH_WIDTH + GAP + TextWidth.of(entry.label(), FONT);
  }
}
