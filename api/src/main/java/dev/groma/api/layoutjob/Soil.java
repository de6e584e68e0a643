package dev.groma.api.layoutjob;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Kinds of soil that differ in swell and compaction. */
public enum Soil {
  @JsonProperty("mixed")
  MIXED,
  @JsonProperty("clay")
  CLAY,
  @JsonProperty("sand")
  SAND,
  @JsonProperty("rock")
  ROCK,
  @JsonProperty("loam")
  LOAM
}
