package dev.groma.engine.rooms;

import java.util.OptionalDouble;

/** The unit of a plan's coordinates and of every length among the parameters. */
public enum LengthUnit {
  METRE("m", 1.0),
  CENTIMETRE("cm", 0.01),
  MILLIMETRE("mm", 0.001),
  /** The international foot of 1959, exactly 0.3048 m. */
  FOOT("ft", 0.3048),
  INCH("in", 0.0254),
  /** Pixels, or any other unit of unknown size. */
  PIXEL("px", Double.NaN);

  private final String symbol;
  private final double metres;

  LengthUnit(String symbol, double metres) {
    this.symbol = symbol;
    this.metres = metres;
  }

  /** The name in parameters and artifacts, such as {@code mm}. */
  public String symbol() {
    return symbol;
  }

  /** One unit in metres; empty when its size is unknown. */
  public OptionalDouble metres() {
    return Double.isNaN(metres) ? OptionalDouble.empty() : OptionalDouble.of(metres);
  }
}
