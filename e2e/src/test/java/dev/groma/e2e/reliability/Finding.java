package dev.groma.e2e.reliability;

/** What a test has counted. */
public final class Finding {
  private volatile String words = "holds";

  Finding() {}

  /** What stands in the table if the test passes; the arguments are those of a format. */
  public void says(String format, Object... arguments) {
    words = format.formatted(arguments);
  }

  String words() {
    return words;
  }
}
