package dev.groma.runner.local;

/** What to do about a file outside its manifest's folder. */
public enum Outside {
  REFUSED,
  ALLOWED
}
