package dev.groma.operator.report;

import dev.groma.operator.report.admission.ReportKind;
import org.jspecify.annotations.Nullable;

/** One request, as the thread sees it that answers it. */
public interface IncomingReport {

  /** The method in capitals. */
  String method();

  /** The path without query, as it came. */
  String path();

  /** A header by its name, whatever its case; null when it is not there. */
  @Nullable String header(String name);

  /**
   * Waits for the body.
   *
   * @param kind says how long it may be and take; nothing beyond is kept
   * @throws dev.groma.operator.report.answer.RefusedException when it is longer or takes longer
   */
  byte[] body(ReportKind kind);
}
