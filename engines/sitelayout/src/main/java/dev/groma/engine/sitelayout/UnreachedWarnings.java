package dev.groma.engine.sitelayout;

import dev.groma.engine.number.Decimals;
import dev.groma.engine.sitelayout.read.LocalFrame;
import dev.groma.engine.sitelayout.roads.Network;
import java.util.List;

/** Says of every asset without a road where the road fails, in coordinates that a map has. */
final class UnreachedWarnings {

  private static final Decimals METRES = new Decimals(1);

  private UnreachedWarnings() {}

  static List<Warning> of(Network network, LocalFrame frame) {
    return network.unreachable().stream()
        .map(failed ->
            new Warning(
                failed.asset(),
                "no road reaches it: at "
                    + place(failed.x(), failed.y(), frame)
                    + " "
                    + failed.cause().words()))
        .toList();
  }

  /** Such as {@code easting 450500.0, northing 4500492.5 (EPSG:32630)}. */
  static String place(double x, double y, LocalFrame frame) {
    return "easting "
        + METRES.format(frame.easting(x))
        + ", northing "
        + METRES.format(frame.northing(y))
        + " ("
        + frame.crs().code()
        + ")";
  }
}
