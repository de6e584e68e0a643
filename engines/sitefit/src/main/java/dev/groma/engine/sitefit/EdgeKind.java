package dev.groma.engine.sitefit;

/** What a parcel's edge faces. */
public enum EdgeKind {
  /** The street. */
  STREET,
  /** A neighbour, or nothing that is known. */
  SIDE,
  /** Away from the street: within 45 degrees of the opposite direction. */
  REAR,
  /** A hole in the parcel. */
  HOLE
}
