package dev.groma.engine.sitelayout.asset;

/**
 * An asset at its place.
 *
 * @param id unique in the layout, such as {@code solarBlock-3}
 * @param type what it is
 * @param footprint where it stands
 * @param fixed whether the user put it there
 */
public record Asset(String id, AssetType type, Footprint footprint, boolean fixed) {

  /** The same asset elsewhere. */
  public Asset at(Footprint other) {
    return new Asset(id, type, other, fixed);
  }
}
