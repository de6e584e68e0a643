package dev.groma.runner.local;

import dev.groma.manifest.Finding;
import java.util.List;

/** A manifest was not taken, as the API server would not take it. */
public final class Refused extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient List<Finding> findings;

  Refused(List<Finding> findings) {
    super(findings.size() + " findings");
    this.findings = List.copyOf(findings);
  }

  /** Everything wrong with it, at least one. */
  public List<Finding> findings() {
    return findings;
  }
}
