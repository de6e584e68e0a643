package dev.groma.api.layoutjob;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a pad gets its elevation. */
public enum PadElevationRule {
  @JsonProperty("balanced")
  BALANCED,
  @JsonProperty("least")
  LEAST,
  @JsonProperty("fixed")
  FIXED
}
