package dev.groma.operator.attempt;

/** Where a runner's container has what. */
final class RunnerPaths {

  /** The request and what goes with it. */
  static final String REQUEST = "/groma/request";

  /** Artifacts, before they go to their sink. */
  static final String OUTPUT = "/groma/output";

  /** The volume that artifacts go to, where they go to one. */
  static final String OUTPUT_VOLUME = "/groma/results";

  /** The token for the report endpoint, relative to {@link #REQUEST}. */
  static final String TOKEN = "report/token";

  /** The certificates to trust, relative to {@link #REQUEST}. */
  static final String CA = "report/ca.crt";

  static final String TERMINATION_LOG = "/dev/termination-log";
  static final String TEMPORARY = "/tmp";

  private RunnerPaths() {}

  /** The file of an input, relative to {@link #REQUEST}. */
  static String inputFile(String input) {
    return "inputs/" + input;
  }

  /** Where the volume with an input is mounted. */
  static String inputVolume(String input) {
    return "/groma/volumes/" + input;
  }
}
