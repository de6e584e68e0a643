package dev.groma.operator.report.admission;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The path of a report: {@code /v1/attempts/NAMESPACE/JOB/UID/ATTEMPT/KIND}.
 *
 * @param namespace of the LayoutJob
 * @param job name of the LayoutJob
 * @param uid of the LayoutJob
 * @param attempt from 1
 * @param kind of report
 */
public record AttemptPath(String namespace, String job, String uid, int attempt, ReportKind kind) {

  private static final Pattern PATH =
      Pattern.compile(
          "/v1/attempts/([a-z0-9][a-z0-9-]{0,62})/([a-z0-9][a-z0-9.-]{0,252})/([a-zA-Z0-9-]{1,63})"
              + "/([1-9][0-9]{0,8})/(progress|artifacts)");

  /** Reads the path of a request; nothing in it is ever escaped. */
  public static Optional<AttemptPath> of(String path) {
    Matcher matcher = PATH.matcher(path);
    return matcher.matches()
        ? Optional.of(
            new AttemptPath(
                matcher.group(1),
                matcher.group(2),
                matcher.group(3),
                Integer.parseInt(matcher.group(4)),
                ReportKind.valueOf(matcher.group(5).toUpperCase(Locale.ROOT))))
        : Optional.empty();
  }
}
