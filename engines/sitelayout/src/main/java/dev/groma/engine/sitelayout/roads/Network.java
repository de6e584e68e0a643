package dev.groma.engine.sitelayout.roads;

import java.util.List;

/**
 * The roads of a site.
 *
 * @param roads each leaves the entry or an earlier road
 * @param unreachable assets without a road
 */
public record Network(List<Road> roads, List<Unreachable> unreachable) {

  public Network {
    roads = List.copyOf(roads);
    unreachable = List.copyOf(unreachable);
  }

  /** Horizontal length of all roads in metres. */
  public double length() {
    return roads.stream().mapToDouble(Road::length).sum();
  }

  /** Whether a road reaches the asset. */
  public boolean reaches(String asset) {
    return unreachable.stream().noneMatch(other -> other.asset().equals(asset));
  }
}
