package dev.groma.bridge.intake;

import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.layoutqueue.LayoutQueueSpec;
import dev.groma.api.layoutqueue.QueuedJob;
import dev.groma.api.reason.RefusalReason;
import dev.groma.bridge.consume.Interpreter;
import dev.groma.bridge.message.TroubledException;
import dev.groma.bridge.queue.Received;
import dev.groma.bridge.store.NewJob;
import dev.groma.intake.Defaults;
import dev.groma.intake.Envelopes;
import dev.groma.intake.IntakeContext;
import dev.groma.intake.JobRequest;
import dev.groma.intake.Reading;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.Map;
import java.util.Optional;

/** Understands the messages of a LayoutQueue. */
public final class QueueInterpreter implements Interpreter {

  private final Envelopes envelopes;
  private final IntakeContext context;
  private final LayoutQueueSpec spec;
  private final Origin origin;
  private final PointedObjects objects;

  /**
   * Where jobs come from.
   *
   * @param namespace of the LayoutQueue
   * @param name of the LayoutQueue
   * @param arn of the queue, from which names of jobs are made
   */
  public record Origin(String namespace, String name, String arn) {}

  /** Of a LayoutQueue. */
  public QueueInterpreter(
      Envelopes envelopes, LayoutQueueSpec spec, Origin origin, PointedObjects objects) {
    this.envelopes = envelopes;
    this.context = IntakeContext.of(origin.namespace(), spec);
    this.spec = spec;
    this.origin = origin;
    this.objects = objects;
  }

  @Override
  public Meaning read(Received received) throws TroubledException {
    return meaning(envelopes.read(received.message(), context));
  }

  private Meaning meaning(Reading reading) throws TroubledException {
    return switch (reading) {
      case Reading.Ignored(String why) -> new Meaning.Nothing(why);
      case Reading.Refused(RefusalReason reason, String detail) ->
          new Meaning.Refused(reason, detail);
      case Reading.Jobs jobs -> new Meaning.Jobs(jobs.requests().stream().map(this::job).toList());
      case Reading.Pointer pointer -> {
        Optional<byte[]> bytes = objects.fetch(pointer.object());
        yield bytes.isPresent()
            ? meaning(envelopes.readFetched(pointer, bytes.get(), context))
            : new Meaning.Refused(
                RefusalReason.PointerUnreachable,
                "s3://%s/%s is not there, is longer than a message may be, or may not be read"
                    .formatted(pointer.object().bucket(), pointer.object().key()));
      }
    };
  }

  private NewJob job(JobRequest request) {
    Map<String, String> annotations = request.annotations();
    LayoutJob job = new LayoutJob();
    job.setMetadata(
        new ObjectMetaBuilder()
            .withNamespace(context.namespace())
            .withName(request.key().jobName(origin.arn()))
            .withLabels(request.labels())
            .addToLabels(QueuedJob.QUEUE, origin.name())
            .addToLabels(QueuedJob.QUEUE_NAMESPACE, origin.namespace())
            .withAnnotations(annotations)
            .build());
    job.setSpec(Defaults.fill(request.spec(), spec.jobDefaults()));
    return new NewJob(job, annotations.getOrDefault(QueuedJob.CONTENT_HASH, ""));
  }
}
