package dev.groma.runner.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the engines. */
@Command(
    name = "engines",
    description =
        "Lists the engines of this program, the versions of their answers, and their inputs.",
    optionListHeading = "%n",
    parameterListHeading = "%n")
final class EnginesCommand implements Callable<Integer> {

  @Mixin private HelpOption help = new HelpOption();

  private final Session session;

  EnginesCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Columns columns = new Columns("NAME", "VERSION", "INPUTS", "TITLE");
    session
        .engines()
        .all()
        .forEach(engine ->
            columns.add(
                engine.name(),
                engine.version(),
                String.join(",", engine.inputNames()),
                engine.title()));
    columns.print(session.terminal().out());
    return 0;
  }
}
