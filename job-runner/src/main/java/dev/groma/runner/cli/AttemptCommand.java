package dev.groma.runner.cli;

import dev.groma.runner.cli.AttemptRun.LogFormat;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs one attempt in a Pod. */
@Command(
    name = AttemptRun.COMMAND,
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

  @Mixin private HelpOption help = new HelpOption();

  private final Session session;

  @Option(
      names = AttemptRun.REQUEST,
      paramLabel = "DIR",
      required = true,
      description = "Folder with request.json; the inputs' paths are relative to it.")
  private Path request = Path.of("");

  @Option(
      names = AttemptRun.OUTPUT,
      paramLabel = "DIR",
      required = true,
      description = "Folder that gets the artifacts.")
  private Path output = Path.of("");

  @Option(
      names = AttemptRun.TERMINATION_LOG,
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
    return new AttemptRun(session, request, output, terminationLog, log).run();
  }
}
