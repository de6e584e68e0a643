package dev.groma.runner.cli;

import dev.groma.runner.deadletter.DeadLetterQueue;
import dev.groma.runner.deadletter.DeadMessage;
import dev.groma.runner.deadletter.QueueException;
import java.util.List;
import picocli.CommandLine.Command;

/** Deletes messages of a dead-letter queue. */
@Command(
    name = "drop",
    description = "Deletes messages for good; each is printed before, so that a file keeps them.",
    optionListHeading = "%n",
    parameterListHeading = "%n")
final class DlqDropCommand extends DlqMessagesCommand {

  DlqDropCommand(Session session) {
    super(session);
  }

  @Override
  boolean act(DeadLetterQueue letters, List<DeadMessage> found) throws QueueException {
    for (DeadMessage message : found) {
      terminal().out().println(message.body());
      letters.delete(message);
    }
    return true;
  }
}
