package dev.groma.bridge.simulation;

/** A way to break the bridge that the simulation has to notice. */
enum Mutant {
  /** None: the bridge as it is. */
  NONE,
  /** A message is deleted before its job is stored. */
  DELETES_FIRST,
  /** The ledger is not looked at. */
  FORGETS,
  /** A look into the ledger is used for as long as there is one. */
  LOOKS_ONCE,
  /** A job is deleted as soon as its tombstone is written. */
  DOES_NOT_SETTLE,
  /** A job is deleted without a tombstone. */
  DOES_NOT_BURY,
  /** A job that is there is taken for the request's own. */
  COMPARES_NOTHING,
  /** A job whose answer got lost is taken for refused, and its message for dead. */
  GIVES_UP_EARLY
}
