package dev.groma.engine.sitelayout.placement;

/** Where a road can get to. */
@FunctionalInterface
public interface Reach {

  /** Everywhere: what would be possible if access did not matter. */
  Reach EVERYWHERE = cell -> true;

  /** Whether a road can reach the cell. */
  boolean reaches(int cell);
}
