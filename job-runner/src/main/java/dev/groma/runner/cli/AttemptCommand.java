package dev.groma.runner.cli;

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
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs one attempt in a Pod. */
@Command(
    name = "attempt",
    hidden = true,
    description = {
      "Runs one attempt of a LayoutJob in a Pod; the operator starts this.",
      "",
      "Reads request.json, fetches the inputs that it names, writes and stores the artifacts and then"
          + " result.json, leaves the termination message and ends with its exit code. SIGTERM ends it"
          + " within 2 s with 143."
    },
    optionListHeading = "%n",
    parameterListHeading = "%n")
final class AttemptCommand implements Callable<Integer> {

  /** Forms of the log. */
  enum LogFormat {
    json,
    text
  }

  @Mixin private HelpOption help = new HelpOption();

  private final Session session;

  @Option(
      names = "--request",
      paramLabel = "DIR",
      required = true,
      description = "Folder with request.json; the inputs' paths are relative to it.")
  private Path request = Path.of("");

  @Option(
      names = "--output",
      paramLabel = "DIR",
      required = true,
      description = "Folder that gets the artifacts.")
  private Path output = Path.of("");

  @Option(
      names = "--termination-log",
      paramLabel = "FILE",
      required = true,
      description = "File that gets the termination message.")
  private Path terminationLog = Path.of("");

  @Option(
      names = "--log",
      paramLabel = "FORM",
      description = {
        "Form of the log on the standard error: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}"
      })
  private LogFormat log = LogFormat.json;

  AttemptCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    return new PodAttempt(
            new RequestFolder(request),
            output,
            terminationLog,
            System.getenv(),
            session.engines(),
            this::log)
        .run()
        .code();
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
