package dev.groma.runner.cli;

import dev.groma.runner.deadletter.DeadLetterQueue;
import dev.groma.runner.deadletter.DeadMessage;
import dev.groma.runner.deadletter.QueueException;
import dev.groma.runner.deadletter.Selection;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Deletes messages of a dead-letter queue. */
@Command(
    name = "drop",
    description = "Deletes messages for good; each is printed before, so that a file keeps them.",
    optionListHeading = "%n",
    parameterListHeading = "%n")
final class DlqDropCommand implements Callable<Integer> {

  @Mixin private HelpOption help = new HelpOption();

  private final Session session;

  @Mixin private DlqSelection messages = new DlqSelection();

  DlqDropCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Selection selection = messages.selection();
    try (DeadLetterQueue letters = messages.open()) {
      List<DeadMessage> found = letters.receive(selection, Integer.MAX_VALUE);
      for (DeadMessage message : found) {
        session.terminal().out().println(message.body());
        letters.delete(message);
      }
      return DlqAnswers.end(session, selection, found, false);
    } catch (QueueException fault) {
      return DlqAnswers.unreachable(session, fault);
    }
  }
}
