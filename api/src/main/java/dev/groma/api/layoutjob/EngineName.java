package dev.groma.api.layoutjob;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The engines that a LayoutJob can ask for, by the names of their blocks. */
public enum EngineName {
  @JsonProperty("roomDetection")
  ROOM_DETECTION("roomDetection"),
  @JsonProperty("siteFit")
  SITE_FIT("siteFit"),
  @JsonProperty("siteLayout")
  SITE_LAYOUT("siteLayout");

  private final String block;

  EngineName(String block) {
    this.block = block;
  }

  /**
   * The engine of a spec that the API server has accepted.
   *
   * @throws IllegalArgumentException when there is none, which the CRD rules out
   */
  public static EngineName of(LayoutJobSpec spec) {
    if (spec.roomDetection() != null) {
      return ROOM_DETECTION;
    }
    if (spec.siteFit() != null) {
      return SITE_FIT;
    }
    if (spec.siteLayout() != null) {
      return SITE_LAYOUT;
    }
    throw new IllegalArgumentException("the spec has no engine block");
  }

  /** Name of the engine's block in a spec, such as {@code siteFit}. */
  public String block() {
    return block;
  }
}
