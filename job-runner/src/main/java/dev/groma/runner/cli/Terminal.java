package dev.groma.runner.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The streams of one call. Both are written in UTF-8 whatever the locale: what is printed here is
 * read by programs as well.
 *
 * @param in the standard input
 * @param out for answers
 * @param err for everything else
 * @param watched whether a person watches the standard error
 * @param coloured whether colours may be used there
 */
public record Terminal(
    InputStream in, PrintWriter out, PrintWriter err, boolean watched, boolean coloured) {

  /** Set by the launcher, which can ask the system what the standard error is; Java cannot. */
  private static final String WATCHED_PROPERTY = "groma.terminal";

  /** The streams of the process. */
  public static Terminal ofProcess() {
    Map<String, String> environment = System.getenv();
    boolean watched =
        Boolean.getBoolean(WATCHED_PROPERTY) && !"dumb".equals(environment.get("TERM"));
    return new Terminal(
        System.in,
        writer(FileDescriptor.out),
        writer(FileDescriptor.err),
        watched,
        watched && environment.getOrDefault("NO_COLOR", "").isEmpty());
  }

  private static PrintWriter writer(FileDescriptor stream) {
    return new PrintWriter(
        new OutputStreamWriter(new FileOutputStream(stream), StandardCharsets.UTF_8), true);
  }

  String red(String text) {
    return coloured ? "\u001b[31m" + text + "\u001b[0m" : text;
  }

  String green(String text) {
    return coloured ? "\u001b[32m" + text + "\u001b[0m" : text;
  }

  /** Says that the program itself is at fault, and where. */
  void tellFault(Exception fault) {
    err.println("groma: a fault of its own; please report it with these lines:");
    fault.printStackTrace(err);
  }

  /** Says that a run was ended by force, in place of what the run showed last. */
  void tellStopped() {
    err.println((watched ? "\r\u001b[K" : "") + "groma: stopped; the engine did not yield in time");
  }
}
