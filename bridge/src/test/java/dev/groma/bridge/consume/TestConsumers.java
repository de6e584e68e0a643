package dev.groma.bridge.consume;

import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.layoutqueue.Acknowledge;
import dev.groma.api.layoutqueue.LayoutQueueSpec;
import dev.groma.api.reason.RefusalReason;
import dev.groma.bridge.QueueSpecs;
import dev.groma.bridge.message.JobKey;
import dev.groma.bridge.queue.DeadLetters;
import dev.groma.bridge.store.Jobs;
import dev.groma.bridge.store.NewJob;
import dev.groma.bridge.store.Storing;
import dev.groma.bridge.store.Tombstones;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Consumers of messages each of which asks for a job, unless it is poison. */
final class TestConsumers {

  /** URL of the dead letters. */
  static final String DEAD = "https://sqs/dead";

  private TestConsumers() {}

  /** One with three hands. */
  static Consumer of(FakeQueue queue, Jobs jobs, Acknowledge acknowledge, Ends ends) {
    LayoutQueueSpec spec =
        QueueSpecs.of(
            "receive: {waitSeconds: 0, visibilitySeconds: 300, batchSize: 10, concurrency: 3}\n"
                + "acknowledge: "
                + acknowledge);
    return new Consumer(
        "plans/jobs",
        spec,
        new Parts(
            queue,
            received ->
                received.message().id().contains("poison")
                    ? new Interpreter.Meaning.Refused(RefusalReason.NotJson, "no JSON")
                    : new Interpreter.Meaning.Jobs(List.of(job(received.message().id()))),
            new Storing(jobs, oldest -> new Nothing(Instant.now()), InstantSource.system()),
            ends,
            false,
            () -> 0,
            new DeadLetters("test"),
            () -> DEAD,
            InstantSource.system(),
            new Random(1)));
  }

  private static NewJob job(String id) {
    LayoutJob job = new LayoutJob();
    job.setMetadata(new ObjectMetaBuilder().withNamespace("plans").withName("lj-" + id).build());
    return new NewJob(job, "ab".repeat(32));
  }

  private record Nothing(Instant at) implements Tombstones.Look {
    @Override
    public Optional<Boolean> isSameContent(JobKey job, String contentHash) {
      return Optional.empty();
    }
  }
}
