package dev.groma.runner.cli;

import dev.groma.runner.deadletter.DeadLetterQueue;
import dev.groma.runner.deadletter.DeadMessage;
import dev.groma.runner.deadletter.QueueException;
import dev.groma.runner.deadletter.Selection;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Sends messages of a dead-letter queue back. */
@Command(
    name = "redrive",
    description = {
      "Sends messages back to the queue that they came from.",
      "",
      "Each is sent first and deleted here afterwards, so that none is lost. It keeps the id by which"
          + " the bridge knows it: what has a job already gets no second one."
    },
    optionListHeading = "%n",
    parameterListHeading = "%n")
final class DlqRedriveCommand implements Callable<Integer> {

  @Mixin private HelpOption help = new HelpOption();

  private final Session session;

  @Mixin private DlqSelection messages = new DlqSelection();

  @Option(
      names = "--to",
      paramLabel = "URL",
      description = "Queue to send to. Default: the one whose redrive policy names this queue")
  private @Nullable String to;

  DlqRedriveCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Selection selection = messages.selection();
    try (DeadLetterQueue letters = messages.open()) {
      String target = to == null ? letters.source() : to;
      // All are received before the first is sent: what the bridge refuses again is not met here.
      List<DeadMessage> found = letters.receive(selection, Integer.MAX_VALUE);
      boolean left = false;
      for (DeadMessage message : found) {
        try {
          letters.redrive(message, target);
          session.terminal().out().println("%s: sent to %s".formatted(message.id(), target));
        } catch (QueueException fault) {
          DlqAnswers.left(session, fault);
          left = true;
        }
      }
      return DlqAnswers.end(session, selection, found, left);
    } catch (QueueException fault) {
      return DlqAnswers.unreachable(session, fault);
    }
  }
}
