package dev.groma.engine.draw;

/** The sample beside an entry of a legend. */
public sealed interface Swatch {

  /**
   * A filled box.
   *
   * @param fill a colour, or a reference to a {@link Hatch}
   */
  record Fill(String fill) implements Swatch {}

  /**
   * A line.
   *
   * @param colour of the line
   * @param width in page units
   * @param dashes as in {@code stroke-dasharray}; {@code none} for a full line
   */
  record Line(String colour, double width, String dashes) implements Swatch {}

  /**
   * An entry of a legend.
   *
   * @param label in a word or two
   * @param swatch what it looks like on the drawing
   */
  record Entry(String label, Swatch swatch) {}
}
