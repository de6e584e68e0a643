package dev.groma.operator.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** What happened, line by line; kept only where somebody is going to read it. */
final class Trace {

  private final boolean kept;
  private final List<String> lines = new ArrayList<>();

  Trace(boolean kept) {
    this.kept = kept;
  }

  /** Adds a line. */
  void say(long millis, String who, Supplier<String> what) {
    if (kept) {
      lines.add(String.format(Locale.ROOT, "%10.3f s  %-11s %s", millis / 1000.0, who, what.get()));
    }
  }

  @Override
  public String toString() {
    return String.join("\n", lines);
  }
}
