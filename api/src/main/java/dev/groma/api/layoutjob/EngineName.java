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

  /** Name of the engine's block in a spec, such as {@code siteFit}. */
  public String block() {
    return block;
  }
}
