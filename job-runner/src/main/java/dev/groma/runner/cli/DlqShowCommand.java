package dev.groma.runner.cli;

import dev.groma.runner.deadletter.DeadLetterQueue;
import dev.groma.runner.deadletter.DeadMessage;
import dev.groma.runner.deadletter.QueueException;
import dev.groma.runner.deadletter.Selection;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows messages of a dead-letter queue. */
@Command(
    name = "show",
    description = "Shows messages: their attributes, and their bodies as they were sent.",
    optionListHeading = "%n",
    parameterListHeading = "%n")
final class DlqShowCommand implements Callable<Integer> {

  @Mixin private HelpOption help = new HelpOption();

  private final Session session;

  @Mixin private DlqSelection messages = new DlqSelection();

  DlqShowCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Selection selection = messages.selection();
    try (DeadLetterQueue letters = messages.open()) {
      List<DeadMessage> found = letters.receive(selection, Integer.MAX_VALUE);
      PrintWriter out = session.terminal().out();
      for (DeadMessage message : found) {
        out.println("id: " + message.id());
        message.texts().forEach((name, text) -> out.println("%s: %s".formatted(name, text)));
        out.println();
        out.println(message.body());
        out.println();
      }
      out.flush();
      return DlqAnswers.end(session, selection, found, false);
    } catch (QueueException fault) {
      return DlqAnswers.unreachable(session, fault);
    }
  }
}
