package dev.groma.bridge.simulation;

import dev.groma.api.reason.RefusalReason;
import dev.groma.bridge.ledger.Ledger;
import dev.groma.bridge.ledger.Tombstone;
import dev.groma.bridge.message.JobKey;
import dev.groma.bridge.message.TroubledException;
import dev.groma.bridge.store.Jobs;
import dev.groma.bridge.store.NewJob;
import dev.groma.bridge.store.Tombstones;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Puts a mutant between the bridge and the world. */
final class Mutations {

  private static volatile Tombstones.Look once = null;

  private Mutations() {}

  static Jobs jobs(Mutant mutant, Jobs real) {
    return switch (mutant) {
      case COMPARES_NOTHING ->
          new Forwarding(real) {
            @Override
            public Answer create(NewJob job) throws TroubledException {
              Answer answer = real.create(job);
              return answer instanceof Answer.Exists ? new Answer.Created("unknown") : answer;
            }
          };
      case GIVES_UP_EARLY ->
          new Forwarding(real) {
            @Override
            public Answer create(NewJob job) {
              try {
                return real.create(job);
              } catch (TroubledException e) {
                return new Answer.Invalid(RefusalReason.InvalidJob.name());
              }
            }
          };
      default -> real;
    };
  }

  static Tombstones tombstones(Mutant mutant, Ledger real, Supplier<Instant> now) {
    return switch (mutant) {
      case FORGETS -> oldest -> nothing(now.get());
      case LOOKS_ONCE -> oldest -> stale(real, now.get());
      default -> real;
    };
  }

  /** The first look of a run, said to be of now. */
  private static Tombstones.Look stale(Ledger real, Instant now) throws TroubledException {
    Tombstones.Look first = once;
    if (first == null) {
      first = real.look(Duration.ZERO);
      once = first;
    }
    Tombstones.Look old = first;
    return new Tombstones.Look() {
      @Override
      public Instant at() {
        return now;
      }

      @Override
      public Optional<Boolean> isSameContent(JobKey job, String contentHash) {
        return old.isSameContent(job, contentHash);
      }
    };
  }

  /** Begins a run. */
  static void reset() {
    once = null;
  }

  private static Tombstones.Look nothing(Instant now) {
    return new Tombstones.Look() {
      @Override
      public Instant at() {
        return now;
      }

      @Override
      public Optional<Boolean> isSameContent(JobKey job, String contentHash) {
        return Optional.empty();
      }
    };
  }

  static Ledger ledger(Mutant mutant, Ledger real) {
    return switch (mutant) {
      case DOES_NOT_SETTLE -> lying(real, false);
      case DOES_NOT_BURY -> lying(real, true);
      default -> real;
    };
  }

  /** Says that tombstones are old; of all jobs, or of those that have one. */
  private static Ledger lying(Ledger real, boolean ofAll) {
    return new Ledger() {
      @Override
      public Pages look(Duration oldest) throws TroubledException {
        Pages pages = real.look(oldest);
        return new Pages() {
          @Override
          public Instant at() {
            return pages.at();
          }

          @Override
          public Optional<Boolean> isSameContent(JobKey job, String contentHash) {
            return pages.isSameContent(job, contentHash);
          }

          @Override
          public Optional<Instant> writtenAt(JobKey job) {
            return ofAll
                ? Optional.of(Instant.EPOCH)
                : pages.writtenAt(job).map(at -> Instant.EPOCH);
          }
        };
      }

      @Override
      public void write(List<Tombstone> tombstones) throws TroubledException {
        real.write(tombstones);
      }

      @Override
      public void expire() throws TroubledException {
        real.expire();
      }
    };
  }

  /** Hands on every call. */
  private static class Forwarding implements Jobs {
    private final Jobs real;

    Forwarding(Jobs real) {
      this.real = real;
    }

    @Override
    public Answer create(NewJob job) throws TroubledException {
      return real.create(job);
    }

    @Override
    public Optional<String> contentHash(JobKey job) throws TroubledException {
      return real.contentHash(job);
    }

    @Override
    public void delete(JobKey job, String uid) throws TroubledException {
      real.delete(job, uid);
    }
  }
}
