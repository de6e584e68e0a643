package dev.groma.bridge.consume;

import dev.groma.api.layoutqueue.Acknowledge;
import dev.groma.api.reason.RefusalReason;
import dev.groma.bridge.message.Patience;
import dev.groma.bridge.message.Stored;
import dev.groma.bridge.message.Trouble;
import dev.groma.bridge.message.TroubledException;
import dev.groma.bridge.message.Verdict;
import dev.groma.bridge.pump.Breaker;
import dev.groma.bridge.queue.Received;
import dev.groma.bridge.store.NewJob;
import dev.groma.bridge.store.Storing;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out what is to become of a message, and stores its jobs on the way.
 *
 * @param interpreter understands the message
 * @param storing stores its jobs
 * @param breaker learns whether that works
 * @param gate where it waits while it does not
 * @param mode when messages are deleted
 * @param tally counts
 */
public record Handling(
    Interpreter interpreter,
    Storing storing,
    Breaker breaker,
    Gate gate,
    Acknowledge mode,
    Tally tally,
    InstantSource clock) {

  private static final Logger LOG = LoggerFactory.getLogger(Handling.class);

  /**
   * What is to become of a message; its jobs are stored where that says so.
   *
   * <p>Patience lasts as long as it may be our trouble: a message in hand uses up no receive.
   */
  public Verdict handle(Received received) {
    List<Stored> stored = new ArrayList<>();
    OptionalLong successesBefore = OptionalLong.empty();
    while (true) {
      try {
        return attempt(received, stored);
      } catch (TroubledException e) {
        Trouble trouble = e.trouble();
        breaker.failed(trouble, clock.instant());
        LOG.warn("not stored, for now ({}): {}", trouble.kind(), trouble.words());
        if (Patience.isOver(trouble, successesBefore, breaker.successes())) {
          return new Verdict.BackOff();
        }
        successesBefore = OptionalLong.of(breaker.successes());
        if (!gate.awaitTurn()) {
          return new Verdict.HandBack();
        }
      }
    }
  }

  /** Goes on where the attempt before this one has stopped. */
  private Verdict attempt(Received received, List<Stored> stored) throws TroubledException {
    return switch (interpreter.read(received)) {
      case Interpreter.Meaning.Nothing nothing -> {
        LOG.info("nothing to do: {}", nothing.why());
        yield new Verdict.Delete();
      }
      case Interpreter.Meaning.Refused refused ->
          new Verdict.DeadLetter(refused.reason(), refused.detail());
      case Interpreter.Meaning.Jobs wanted -> {
        List<NewJob> jobs = wanted.jobs();
        while (stored.size() < jobs.size()) {
          stored.add(known(jobs.get(stored.size())));
        }
        yield Verdict.of(stored, mode);
      }
    };
  }

  private Stored known(NewJob job) throws TroubledException {
    return switch (storing.store(job)) {
      case Storing.Result.Known known -> {
        breaker.succeeded();
        tally.stored(known.stored());
        log(known.stored());
        yield known.stored();
      }
      case Storing.Result.Denied denied -> {
        if (!breaker.believesDenial()) {
          throw new TroubledException(new Trouble(Trouble.Kind.DENIED, denied.detail()));
        }
        yield new Stored.Refused(RefusalReason.JobRefused, denied.detail());
      }
    };
  }

  private static void log(Stored stored) {
    switch (stored) {
      case Stored.Created created -> LOG.info("stored LayoutJob {}", created.job());
      case Stored.Duplicate duplicate ->
          LOG.info(
              "the request has had LayoutJob {}{}",
              duplicate.job(),
              duplicate.gone() ? ", which was deleted since" : "");
      // Said where it is sent away.
      case Stored.Refused refused -> {}
    }
  }
}
