package dev.groma.bridge.simulation;

import dev.groma.bridge.ledger.Ledger;
import dev.groma.bridge.ledger.Tombstone;
import dev.groma.bridge.message.JobKey;
import dev.groma.bridge.message.Trouble;
import dev.groma.bridge.message.TroubledException;
import dev.groma.bridge.store.Jobs;
import dev.groma.bridge.store.NewJob;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** The API server as one process of a bridge reaches it: each call is an effect of its own. */
final class Ports {

  private final World world;
  private final Baton baton;
  private final Random random;

  Ports(World world, Baton baton, Random random) {
    this.world = world;
    this.baton = baton;
    this.random = random;
  }

  /** A call whose request or answer may get lost. */
  private boolean isLost() throws TroubledException {
    baton.yield();
    if (random.nextInt(20) == 0) {
      throw lost();
    }
    return random.nextInt(20) == 0;
  }

  private static TroubledException lost() {
    return new TroubledException(new Trouble(Trouble.Kind.UNREACHABLE, "lost"));
  }

  private void answer(boolean lost) throws TroubledException {
    // The answer takes a while, in which others go on, and this process may end.
    baton.yield();
    if (lost) {
      throw lost();
    }
  }

  Jobs jobs() {
    return new Jobs() {
      @Override
      public Answer create(NewJob job) throws TroubledException {
        boolean lost = isLost();
        Answer answer;
        if (world.jobs.containsKey(job.key())) {
          answer = new Answer.Exists();
        } else {
          String uid = "uid-" + ++world.serial;
          world.jobs.put(job.key(), new World.Job(uid, job.contentHash()));
          world.creations.merge(job.key(), 1, Integer::sum);
          answer = new Answer.Created(uid);
        }
        answer(lost);
        return answer;
      }

      @Override
      public Optional<String> contentHash(JobKey job) throws TroubledException {
        boolean lost = isLost();
        Optional<String> hash =
            Optional.ofNullable(world.jobs.get(job)).map(found -> found.contentHash);
        answer(lost);
        return hash;
      }

      @Override
      public void delete(JobKey job, String uid) throws TroubledException {
        baton.yield();
        World.Job there = world.jobs.get(job);
        if (there != null && there.uid.equals(uid)) {
          world.jobs.remove(job);
          // Whoever takes back its own creation has made none.
          world.creations.merge(job, -1, Integer::sum);
        }
      }
    };
  }

  /** The ledger; each process remembers its last look. */
  Ledger ledger() {
    return new Ledger() {
      private Pages newest = new Seen(Instant.MIN, List.of());

      @Override
      public Pages look(Duration oldest) throws TroubledException {
        Instant asked = world.now;
        if (!oldest.isZero() && !newest.at().plus(oldest).isBefore(asked)) {
          return newest;
        }
        boolean lost = isLost();
        Pages look = new Seen(asked, List.copyOf(world.ledger));
        answer(lost);
        newest = look;
        return look;
      }

      @Override
      public void write(List<Tombstone> tombstones) throws TroubledException {
        Instant asked = world.now;
        boolean lost = isLost();
        tombstones.forEach(it -> world.ledger.add(new World.Written(it, asked)));
        answer(lost);
      }

      @Override
      public void expire() {}
    };
  }

  /** Deletes a job whose time is over. */
  void deleteEnded(JobKey job, String uid) throws TroubledException {
    boolean lost = isLost();
    World.Job there = world.jobs.get(job);
    if (there != null && there.uid.equals(uid)) {
      world.jobs.remove(job);
    }
    answer(lost);
  }

  /** What was in the ledger. */
  private record Seen(Instant at, List<World.Written> written) implements Ledger.Pages {

    @Override
    public Optional<Boolean> isSameContent(JobKey job, String contentHash) {
      Tombstone asked = Tombstone.of(job, contentHash);
      return find(asked).map(found -> found.tombstone().content() == asked.content());
    }

    @Override
    public Optional<Instant> writtenAt(JobKey job) {
      return find(Tombstone.of(job, "")).map(World.Written::at);
    }

    private Optional<World.Written> find(Tombstone asked) {
      return written.stream()
          .filter(
              it -> it.tombstone().high() == asked.high() && it.tombstone().low() == asked.low())
          .findFirst();
    }
  }
}
