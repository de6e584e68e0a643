package dev.groma.operator.simulation;

import dev.groma.api.layoutjob.LayoutJobStatus;
import dev.groma.api.status.Ledger;
import dev.groma.operator.attempt.DigestAnnotation;
import dev.groma.operator.life.StoredResult;
import dev.groma.operator.simulation.ApiServer.Kind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Where runners store what they have made: the report endpoint's ConfigMaps, or a bucket. */
final class Runners {

  private static final String ANNOTATION = DigestAnnotation.of("rooms.geojson");

  private final World world;
  private final Map<Integer, Set<String>> stored = new HashMap<>();

  Runners(World world) {
    this.world = world;
  }

  /** Whether a runner of this attempt has stored that. */
  boolean hasStored(int attempt, String digest) {
    return stored.getOrDefault(attempt, Set.of()).contains(digest);
  }

  /** Stores the artifact of an attempt; false where the endpoint does not take it. */
  boolean store(int attempt) {
    String digest = Scenario.digest(attempt);
    if (world.scenario().usesConfigMap() && !report(attempt, digest)) {
      return false;
    }
    stored.computeIfAbsent(attempt, none -> new HashSet<>()).add(digest);
    return true;
  }

  private boolean report(int attempt, String digest) {
    Stored.Job job = world.api().layoutJob();
    if (job == null || !isCurrent(job.status(), attempt)) {
      world.say("endpoint", () -> "refuses the artifacts of attempt " + attempt);
      return false;
    }
    String usual = world.scenario().reference().name() + "-result";
    return put(usual, attempt, digest) || put(usual + "-" + attempt, attempt, digest);
  }

  /** The endpoint looks at its cache, which may lag. */
  private boolean isCurrent(LayoutJobStatus status, int attempt) {
    boolean current =
        Ledger.of(status).attempt() == attempt
            && (status == null || status.phase() == null || !status.phase().terminal());
    return current || world.chance().perMille(world.faults().lag() / 2);
  }

  private boolean put(String name, int attempt, String digest) {
    if (world.api().all(Kind.RESULT).get(name) instanceof Stored.Result there) {
      return there.result().attempt() == attempt
          && digest.equals(there.result().digests().get(ANNOTATION));
    }
    world.say("endpoint", () -> "stores ConfigMap " + name + " of attempt " + attempt);
    world
        .api()
        .put(
            Kind.RESULT,
            version ->
                new Stored.Result(
                    version, new StoredResult(name, attempt, Map.of(ANNOTATION, digest))));
    return true;
  }
}
