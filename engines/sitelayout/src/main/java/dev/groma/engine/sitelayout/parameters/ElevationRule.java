package dev.groma.engine.sitelayout.parameters;

import com.fasterxml.jackson.annotation.JsonValue;

/** How a pad gets its elevation. */
public enum ElevationRule {
  /** Cut, times the balance factor, equals fill. */
  BALANCED("balanced"),
  /** Cut and fill together are least. */
  LEAST("least"),
  /** As given. */
  FIXED("fixed");

  private final String word;

  ElevationRule(String word) {
    this.word = word;
  }

  /** As it is written in a manifest. */
  @JsonValue
  public String word() {
    return word;
  }
}
