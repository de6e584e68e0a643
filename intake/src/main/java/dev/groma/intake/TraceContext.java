package dev.groma.intake;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The trace that a request belongs to, as W3C Trace Context writes it. A value that is not sound
 * counts as none: it is no reason to refuse a request.
 */
final class TraceContext {

  private static final Pattern TRACEPARENT =
      Pattern.compile(
          "(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(-.*)?");

  /** X-Ray's header: its members in any order. */
  private static final Pattern ROOT = Pattern.compile("Root=1-([0-9a-f]{8})-([0-9a-f]{24})(;|$)");

  private static final Pattern PARENT = Pattern.compile("Parent=([0-9a-f]{16})(;|$)");
  private static final Pattern SAMPLED = Pattern.compile("Sampled=1(;|$)");

  private TraceContext() {}

  /**
   * The trace context of a message.
   *
   * @param traceparent as W3C writes it
   * @param xray as AWS X-Ray writes it, in SQS's attribute AWSTraceHeader; used where there is no
   *     sound traceparent
   */
  static @Nullable String of(@Nullable String traceparent, @Nullable String xray) {
    if (traceparent != null && TRACEPARENT.matcher(traceparent).matches()) {
      return traceparent;
    }
    return xray == null ? null : ofXray(xray);
  }

  private static @Nullable String ofXray(String header) {
    Matcher root = ROOT.matcher(header);
    Matcher parent = PARENT.matcher(header);
    if (!root.find() || !parent.find()) {
      return null;
    }
    String text =
        "00-%s%s-%s-%s"
            .formatted(
                root.group(1),
                root.group(2),
                parent.group(1),
                SAMPLED.matcher(header).find() ? "01" : "00");
    return TRACEPARENT.matcher(text).matches() ? text : null;
  }
}
