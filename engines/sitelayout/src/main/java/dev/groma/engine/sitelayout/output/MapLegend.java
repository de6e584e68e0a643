package dev.groma.engine.sitelayout.output;

import dev.groma.engine.draw.Swatch;
import dev.groma.engine.sitelayout.Layout;
import dev.groma.engine.sitelayout.asset.Asset;
import dev.groma.engine.sitelayout.asset.AssetType;
import java.util.ArrayList;
import java.util.List;

/** What the colours of a map stand for: only what is on it. */
final class MapLegend {

  private MapLegend() {}

  static List<Swatch.Entry> of(Layout layout) {
    List<Swatch.Entry> entries = new ArrayList<>();
    for (AssetType type : kinds(layout)) {
      entries.add(
          new Swatch.Entry(AssetColours.words(type), new Swatch.Fill(AssetColours.fill(type))));
    }
    if (!layout.network().roads().isEmpty()) {
      entries.add(new Swatch.Entry("road", new Swatch.Line(AssetColours.ROAD, 3, "none")));
    }
    if (!layout.site().exclusions().isEmpty()) {
      entries.add(new Swatch.Entry("exclusion", new Swatch.Fill(MapSvg.CLOSED.fill())));
    }
    if (!layout.network().unreachable().isEmpty()) {
      entries.add(new Swatch.Entry("road fails", new Swatch.Line("#cf2f3c", 3, "none")));
    }
    for (Hillshade.SlopeClass slope : Hillshade.CLASSES) {
      entries.add(new Swatch.Entry(slope.label(), new Swatch.Fill(slope.colour())));
    }
    return entries;
  }

  /** Each kind once, in the order of the assets. */
  static List<AssetType> kinds(Layout layout) {
    List<AssetType> kinds = new ArrayList<>();
    for (Asset asset : layout.assets()) {
      if (kinds.stream().noneMatch(kind -> kind.name().equals(asset.type().name()))) {
        kinds.add(asset.type());
      }
    }
    return kinds;
  }
}
