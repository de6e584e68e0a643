package dev.groma.bridge.consume;

import dev.groma.bridge.message.JobKey;
import dev.groma.bridge.message.Trouble;
import dev.groma.bridge.message.TroubledException;
import dev.groma.bridge.store.Jobs;
import dev.groma.bridge.store.NewJob;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** Jobs that are stored at once, or when they may be, or not in an outage. */
final class FakeJobs implements Jobs {

  /** Names of those that are. */
  final Set<String> stored = ConcurrentHashMap.newKeySet();

  /** Until it is counted down, slow jobs are not stored. */
  final CountDownLatch release = new CountDownLatch(1);

  volatile boolean slow;
  volatile boolean outage;

  @Override
  public Answer create(NewJob job) throws TroubledException {
    if (slow) {
      try {
        release.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    if (outage) {
      throw new TroubledException(new Trouble(Trouble.Kind.UNREACHABLE, "away"));
    }
    stored.add(job.key().name());
    return new Answer.Created("uid");
  }

  @Override
  public Optional<String> contentHash(JobKey job) {
    return Optional.empty();
  }

  @Override
  public void delete(JobKey job, String uid) {}
}
