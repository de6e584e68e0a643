package dev.groma.api.layoutjob;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The unit of a plan's coordinates. */
public enum LengthUnit {
  @JsonProperty("m")
  METRE,
  @JsonProperty("cm")
  CENTIMETRE,
  @JsonProperty("mm")
  MILLIMETRE,
  @JsonProperty("ft")
  FOOT,
  @JsonProperty("in")
  INCH,
  @JsonProperty("px")
  PIXEL
}
