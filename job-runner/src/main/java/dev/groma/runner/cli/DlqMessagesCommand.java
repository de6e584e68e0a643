package dev.groma.runner.cli;

import dev.groma.runner.deadletter.DeadLetterQueue;
import dev.groma.runner.deadletter.DeadMessage;
import dev.groma.runner.deadletter.QueueException;
import dev.groma.runner.deadletter.Selection;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** What a command does that acts on selected messages of a dead-letter queue. */
abstract class DlqMessagesCommand implements Callable<Integer> {

  @Mixin private HelpOption help = new HelpOption();

  @Mixin private DlqSelection messages = new DlqSelection();

  private final Session session;

  DlqMessagesCommand(Session session) {
    this.session = session;
  }

  Terminal terminal() {
    return session.terminal();
  }

  /**
   * Acts on the messages. All are received before: what somebody sends to the queue meanwhile is
   * not met here.
   *
   * @return whether all of them could be acted on
   * @throws QueueException when the queue cannot be asked
   */
  abstract boolean act(DeadLetterQueue letters, List<DeadMessage> found) throws QueueException;

  @Override
  public Integer call() {
    Selection selection = messages.selection();
    try (DeadLetterQueue letters = messages.open()) {
      List<DeadMessage> found = letters.receive(selection, Integer.MAX_VALUE);
      boolean all = act(letters, found);
      return DlqAnswers.end(session, selection, found, !all);
    } catch (QueueException fault) {
      return DlqAnswers.unreachable(session, fault);
    }
  }
}
