package dev.groma.bridge.ledger;

import dev.groma.bridge.message.JobKey;
import dev.groma.bridge.message.TroubledException;
import dev.groma.bridge.store.Tombstones;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The ledger as it is kept by the bridge that leads. */
public interface Ledger extends Tombstones {

  /** Tombstones that a ConfigMap can hold; in base 64 they take 800 of its 1,024 KiB. */
  int MOST = 25_000;

  /** The ledger at one moment. */
  interface Pages extends Look {

    /** When a job's tombstone was written; empty where it has none. */
    Optional<Instant> writtenAt(JobKey job);
  }

  @Override
  Pages look(Duration oldest) throws TroubledException;

  /**
   * Writes tombstones, all or none.
   *
   * @param tombstones at most {@link #MOST}
   * @throws TroubledException when they were not written, or perhaps were; writing them again does
   *     no harm
   */
  void write(List<Tombstone> tombstones) throws TroubledException;

  /** Deletes what no message can ask for any more. */
  void expire() throws TroubledException;
}
