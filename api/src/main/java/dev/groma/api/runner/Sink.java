package dev.groma.api.runner;

/** Where artifacts go. */
public enum Sink {
  /** A ConfigMap that the operator makes of what the runner reports. */
  ConfigMap,
  /** A bucket. */
  S3,
  /** A volume mounted into the runner. */
  Volume
}
