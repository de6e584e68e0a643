package dev.groma.api.layoutjob;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far a job is, in one word. */
public enum Phase {
  /** Stored; no runner has begun, or the next attempt waits for its time. */
  @JsonProperty("Pending")
  PENDING(false),
  /** The runner's Pod exists and cannot start yet; the condition Running says why. */
  @JsonProperty("Queued")
  QUEUED(false),
  /** The runner runs. */
  @JsonProperty("Running")
  RUNNING(false),
  /** Held by spec.suspend; no runner runs. */
  @JsonProperty("Suspended")
  SUSPENDED(false),
  /** Finished with an answer. */
  @JsonProperty("Succeeded")
  SUCCEEDED(true),
  /** Finished without an answer; the member failure says why. */
  @JsonProperty("Failed")
  FAILED(true),
  /** Ended by spec.cancel. */
  @JsonProperty("Cancelled")
  CANCELLED(true);

  private final boolean terminal;

  Phase(boolean terminal) {
    this.terminal = terminal;
  }

  /** Whether the phase is final: nothing re-runs such a job unasked. */
  public boolean terminal() {
    return terminal;
  }
}
