package dev.groma.runner.cli;

import dev.groma.runner.deadletter.DeadLetterQueue;
import dev.groma.runner.deadletter.DeadMessage;
import dev.groma.runner.deadletter.QueueException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
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
final class DlqRedriveCommand extends DlqMessagesCommand {

  @Option(
      names = "--to",
      paramLabel = "URL",
      description = "Queue to send to. Default: the one whose redrive policy names this queue")
  private @Nullable String to;

  DlqRedriveCommand(Session session) {
    super(session);
  }

  @Override
  boolean act(DeadLetterQueue letters, List<DeadMessage> found) throws QueueException {
    String target = to == null ? letters.source() : to;
    boolean all = true;
    for (DeadMessage message : found) {
      try {
        letters.redrive(message, target);
        terminal().out().println("%s: sent to %s".formatted(message.id(), target));
      } catch (QueueException fault) {
        DlqAnswers.tell(terminal(), fault);
        all = false;
      }
    }
    return all;
  }
}
