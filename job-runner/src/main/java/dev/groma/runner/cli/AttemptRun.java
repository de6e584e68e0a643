package dev.groma.runner.cli;

import dev.groma.api.runner.ExitCode;
import dev.groma.api.runner.RunnerContract;
import dev.groma.api.runner.RunnerRequest;
import dev.groma.runner.pod.PodAttempt;
import dev.groma.runner.pod.RequestFolder;
import dev.groma.runner.report.JsonLog;
import dev.groma.runner.report.RunLog;
import dev.groma.runner.report.TextLog;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One attempt in a Pod, as its command line asks for it.
 *
 * @param session with the engines
 * @param request folder with request.json
 * @param output folder that gets the artifacts
 * @param terminationLog file that gets the termination message
 * @param log form of the log
 */
record AttemptRun(Session session, Path request, Path output, Path terminationLog, LogFormat log) {

  /** Forms of the log. */
  enum LogFormat {
    json,
    text
  }

  static final String COMMAND = "attempt";
  static final String REQUEST = "--request";
  static final String OUTPUT = "--output";
  static final String TERMINATION_LOG = "--termination-log";

  /**
   * The attempt that these words ask for, if they are just those that the operator writes. A runner
   * starts for every attempt, and the whole command line takes a fifth of that start to set up: JDK
   * 25 keeps no class of picocli in an AOT cache, as they are compiled for Java 5.
   */
  static Optional<AttemptRun> asTheOperatorAsks(Session session, String... words) {
    boolean known =
        words.length == 7
            && words[0].equals(COMMAND)
            && words[1].equals(REQUEST)
            && words[3].equals(OUTPUT)
            && words[5].equals(TERMINATION_LOG);
    return known
        ? Optional.of(
            new AttemptRun(
                session, Path.of(words[2]), Path.of(words[4]), Path.of(words[6]), LogFormat.json))
        : Optional.empty();
  }

  /** Runs it to its end; returns the exit code of the process. */
  int run() {
    try {
      return new PodAttempt(
              new RequestFolder(request),
              output,
              terminationLog,
              System.getenv(),
              session.engines(),
              this::log)
          .run()
          .code();
    } catch (RuntimeException fault) {
      session.terminal().tellFault(fault);
      return ExitCode.BUG.code();
    }
  }

  private RunLog log(Optional<RunnerRequest> known) {
    Map<String, Object> subject = new LinkedHashMap<>();
    known.ifPresent(of -> {
      subject.put("job", of.job().namespace() + "/" + of.job().name());
      subject.put("attempt", of.attempt());
      String correlationId = of.correlationId();
      if (correlationId != null) {
        subject.put("correlationId", correlationId);
      }
    });
    String traceparent = System.getenv(RunnerContract.TRACEPARENT);
    if (traceparent != null) {
      subject.put("traceparent", traceparent);
    }
    Terminal terminal = session.terminal();
    return switch (log) {
      case json -> new JsonLog(terminal.err(), Clock.systemUTC(), subject);
      case text ->
          new TextLog(
              terminal.err(),
              known.isEmpty()
                  ? "attempt"
                  : subject.get("job") + " attempt " + subject.get("attempt"));
    };
  }
}
