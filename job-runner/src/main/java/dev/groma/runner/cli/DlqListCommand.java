package dev.groma.runner.cli;

import dev.groma.api.runner.ExitCode;
import dev.groma.engine.json.Quoted;
import dev.groma.runner.deadletter.DeadLetterQueue;
import dev.groma.runner.deadletter.DeadMessage;
import dev.groma.runner.deadletter.QueueException;
import dev.groma.runner.deadletter.Selection;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the messages of a dead-letter queue. */
@Command(
    name = "list",
    description = "Lists messages and why they are there.",
    optionListHeading = "%n",
    parameterListHeading = "%n")
final class DlqListCommand implements Callable<Integer> {

  @Mixin private HelpOption help = new HelpOption();

  private final Session session;

  @Mixin private DlqOptions queue = new DlqOptions();

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Messages listed at most. Default: ${DEFAULT-VALUE}")
  private int limit = 100;

  DlqListCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    try (DeadLetterQueue letters = queue.open()) {
      List<DeadMessage> messages = letters.receive(Selection.ALL, limit);
      Columns columns = new Columns("ID", "SINCE", "REASON", "DETAIL");
      messages.forEach(message ->
          columns.add(
              message.id(), message.since(), message.reason(), Quoted.bare(message.detail())));
      columns.print(session.terminal().out());
      return ExitCode.DONE.code();
    } catch (QueueException fault) {
      return DlqAnswers.unreachable(session, fault);
    }
  }
}
