package dev.groma.bridge.store;

import dev.groma.bridge.message.JobKey;
import dev.groma.bridge.message.TroubledException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The ledger of jobs that were, or are about to be, deleted. */
public interface Tombstones {

  /** The ledger at one moment. */
  interface Look {

    /** Everything that was in the ledger at this moment is in this look. */
    Instant at();

    /** Whether a job has a tombstone, and whether that is of this content. */
    Optional<Boolean> isSameContent(JobKey job, String contentHash);
  }

  /**
   * Looks into the ledger, or takes an earlier look.
   *
   * @param oldest how old the look may be
   */
  Look look(Duration oldest) throws TroubledException;
}
