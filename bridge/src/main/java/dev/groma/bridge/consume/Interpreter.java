package dev.groma.bridge.consume;

import dev.groma.api.reason.RefusalReason;
import dev.groma.bridge.message.TroubledException;
import dev.groma.bridge.queue.Received;
import dev.groma.bridge.store.NewJob;
import java.util.List;

/** Understands messages of one queue. */
@FunctionalInterface
public interface Interpreter {

  /** What a message is. */
  sealed interface Meaning {

    /** It asks for jobs. */
    record Jobs(List<NewJob> jobs) implements Meaning {
      /** Copies the list. */
      public Jobs {
        jobs = List.copyOf(jobs);
      }
    }

    /** Nothing to do, and nothing wrong. */
    record Nothing(String why) implements Meaning {}

    /** It can never become a job. */
    record Refused(RefusalReason reason, String detail) implements Meaning {}
  }

  /**
   * What a message is; it may take a while where its content lies elsewhere.
   *
   * @throws TroubledException when that cannot be reached now
   */
  Meaning read(Received received) throws TroubledException;
}
