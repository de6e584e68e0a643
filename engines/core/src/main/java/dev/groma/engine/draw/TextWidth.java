package dev.groma.engine.draw;

/**
 * Estimates how wide a text will be, without asking the machine for its fonts: widths of Helvetica,
 * with which Arial and Liberation Sans agree. Other scripts are taken as wide, so that a label that
 * is said to fit does fit.
 */
public final class TextWidth {

  /**
   * Widths of U+0020 to U+007E in thousandths of the font size, from Adobe's metrics of Helvetica.
   */
  private static final int[] ASCII = {
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584
  };

  private static final int LATIN = 600;
  private static final int OTHER = 1000;

  private TextWidth() {}

  /** The width of a text in page units. */
  public static double of(String text, double fontSize) {
    int thousandths = text.codePoints().map(TextWidth::width).sum();
    return thousandths * fontSize / 1000;
  }

  /** The text, or as much of its beginning as fits with an ellipsis. */
  static String fit(String text, double fontSize, double width) {
    if (of(text, fontSize) <= width) {
      return text;
    }
    int end = text.length();
    while (end > 0 && of(text.substring(0, end) + "\u2026", fontSize) > width) {
      end = text.offsetByCodePoints(end, -1);
    }
    return text.substring(0, end).stripTrailing() + "\u2026";
  }

  private static int width(int point) {
    if (point >= 0x20 && point < 0x20 + ASCII.length) {
      return ASCII[point - 0x20];
    }
    return point < 0x250 ? LATIN : OTHER;
  }
}
