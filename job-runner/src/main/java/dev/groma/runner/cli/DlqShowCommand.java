package dev.groma.runner.cli;

import dev.groma.runner.deadletter.DeadLetterQueue;
import dev.groma.runner.deadletter.DeadMessage;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;

/** Shows messages of a dead-letter queue. */
@Command(
    name = "show",
    description = "Shows messages: their attributes, and their bodies as they were sent.",
    optionListHeading = "%n",
    parameterListHeading = "%n")
final class DlqShowCommand extends DlqMessagesCommand {

  DlqShowCommand(Session session) {
    super(session);
  }

  @Override
  boolean act(DeadLetterQueue letters, List<DeadMessage> found) {
    PrintWriter out = terminal().out();
    for (DeadMessage message : found) {
      out.println("id: " + message.id());
      message.texts().forEach((name, text) -> out.println("%s: %s".formatted(name, text)));
      out.println();
      out.println(message.body());
      out.println();
    }
    out.flush();
    return true;
  }
}
