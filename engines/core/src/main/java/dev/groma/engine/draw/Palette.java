package dev.groma.engine.draw;

import java.util.List;

/**
 * The colours of every drawing: dark on light, calm fills of one lightness, and few strong colours
 * that are kept for what needs attention. Chosen so that the warning colours differ in lightness
 * too, for readers who do not tell red from green.
 */
public final class Palette {

  /** The page. */
  public static final String PAPER = "#fffefb";

  /** Titles and labels. */
  public static final String INK = "#27313b";

  /** Lesser text, the scale bar. */
  public static final String MUTED = "#6f7b87";

  /** Hairlines of the page. */
  public static final String HAIRLINE = "#dfe2e3";

  /** Walls. */
  public static final String WALL = "#4b5661";

  /** What bears load. */
  public static final String BEARING = "#28313a";

  /** The inside of walls. */
  public static final String BODY = "#c9cdd2";

  /** Glass. */
  public static final String GLASS = "#4f8fbf";

  /** Something is wrong here. */
  public static final String ERROR = "#cf2f3c";

  /** Something was assumed here. */
  public static final String ASSUMED = "#d98a00";

  /** Something is odd here. */
  public static final String ODD = "#8246af";

  /** Fills for areas side by side. */
  public static final List<String> FILLS =
      List.of(
          "#dce9f5", "#e3f0dc", "#fbeed5", "#f7e1dd", "#e8e2f3", "#d9eeea", "#f3efd0", "#ece4da");

  private Palette() {}

  /**
   * A fill by any number: neighbours with different numbers modulo the count get different fills.
   */
  public static String fill(int number) {
    return FILLS.get(Math.floorMod(number, FILLS.size()));
  }
}
