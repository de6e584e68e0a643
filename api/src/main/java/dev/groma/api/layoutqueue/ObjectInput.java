package dev.groma.api.layoutqueue;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.groma.api.layoutjob.EngineName;

/** An input that a new object in S3 can be: the one of its engine that differs from job to job. */
public enum ObjectInput {
  @JsonProperty("roomDetection.walls")
  WALLS(EngineName.ROOM_DETECTION, "walls"),
  @JsonProperty("siteLayout.boundary")
  BOUNDARY(EngineName.SITE_LAYOUT, "boundary"),
  @JsonProperty("siteFit.parcel")
  PARCEL(EngineName.SITE_FIT, "parcel");

  private final EngineName engine;
  private final String member;

  ObjectInput(EngineName engine, String member) {
    this.engine = engine;
    this.member = member;
  }

  /** The engine that reads the object. */
  public EngineName engine() {
    return engine;
  }

  /** The member of the engine's block that names the object. */
  public String member() {
    return member;
  }
}
