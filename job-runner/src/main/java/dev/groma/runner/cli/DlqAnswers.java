package dev.groma.runner.cli;

import dev.groma.api.runner.ExitCode;
import dev.groma.runner.deadletter.DeadMessage;
import dev.groma.runner.deadletter.QueueException;
import dev.groma.runner.deadletter.Selection;
import java.util.List;

/** What the commands about dead-letter queues say alike. */
final class DlqAnswers {

  private DlqAnswers() {}

  /** A queue that cannot be asked. */
  static int unreachable(Session session, QueueException fault) {
    tell(session.terminal(), fault);
    return ExitCode.UNREACHABLE.code();
  }

  /** A message that could not be acted on; the others are. */
  static void tell(Terminal terminal, QueueException fault) {
    terminal.err().println("groma: " + fault.getMessage());
  }

  /** The exit code, after a word about ids that no message has. */
  static int end(Session session, Selection selection, List<DeadMessage> messages, boolean left) {
    List<String> missing = selection.missing(messages);
    missing.forEach(id ->
        session
            .terminal()
            .err()
            .println(
                "groma: no message %s in the queue, or another receiver has it for now"
                    .formatted(id)));
    return (left || !missing.isEmpty() ? ExitCode.UNREACHABLE : ExitCode.DONE).code();
  }
}
