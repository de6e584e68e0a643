package dev.groma.runner.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Lists the engines. */
@Command(
    name = "engines",
    description =
        "Lists the engines of this program, the versions of their answers, and their inputs.",
    mixinStandardHelpOptions = true)
final class EnginesCommand implements Callable<Integer> {

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
