package dev.groma.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.groma.api.layoutqueue.Mappings;
import dev.groma.api.layoutqueue.ObjectMapping;
import dev.groma.api.reason.RefusalReason;
import dev.groma.engine.json.Quoted;
import dev.groma.manifest.schema.LayoutJobSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Reads messages. Immutable and safe to share between threads; loading takes the time of a CRD. */
public final class Envelopes {

  private static final String TEST_EVENT = "s3:TestEvent";

  private final LayoutJobSchema schema;

  private Envelopes(LayoutJobSchema schema) {
    this.schema = schema;
  }

  /** A reader with the schema of the CRD that is packed with the program. */
  public static Envelopes load() {
    return new Envelopes(LayoutJobSchema.load());
  }

  /** What a message is. */
  public Reading read(Message message, IntakeContext context) {
    try {
      return read(Unwrapping.of(message), context, true);
    } catch (Refusal refusal) {
      return refusal.reading();
    }
  }

  /** What the bytes are that a pointer led to; another pointer is refused. */
  public Reading readFetched(Reading.Pointer pointer, byte[] bytes, IntakeContext context) {
    try {
      PointerRequest.verify(pointer.object(), bytes);
      return read(Unwrapping.of(Text.decode(bytes), pointer.provenance()), context, false);
    } catch (Refusal refusal) {
      return refusal
          .in("s3://%s/%s".formatted(pointer.object().bucket(), pointer.object().key()))
          .reading();
    }
  }

  /**
   * What is wrong with the mappings of a LayoutQueue, each mistake with its place: such as cannot
   * give a valid LayoutJob whatever the object's name.
   */
  public List<String> mistakes(Mappings mappings) {
    List<ObjectMapping> objects = Objects.requireNonNullElse(mappings.objects(), List.of());
    IntakeContext nothing = new IntakeContext("default", Set.of(), mappings, null, List.of(), null);
    Provenance nowhere = Provenance.of(new Message("", Map.of(), "none", null));
    List<String> mistakes = new ArrayList<>();
    for (int i = 0; i < objects.size(); i++) {
      ObjectMapping mapping = objects.get(i);
      NewObject any = new NewObject(mapping.bucket(), "any", null, null);
      mistakes.addAll(new Acceptance(schema, nothing).mistakes(any.draft(mapping, i, nowhere)));
    }
    return mistakes;
  }

  private Reading read(Unwrapping message, IntakeContext context, boolean pointers) throws Refusal {
    try {
      return content(message.content(), message.provenance(), context, pointers);
    } catch (Refusal refusal) {
      throw refusal.in(message.place());
    }
  }

  private Reading content(
      JsonNode content, Provenance provenance, IntakeContext context, boolean pointers)
      throws Refusal {
    Shape shape = Shape.of(content).orElse(null);
    Mappings mappings = context.mappings();
    return switch (shape) {
      case null -> throw new Refusal(RefusalReason.UnknownShape, Shape.nearest(content));
      case LAYOUT_JOB -> one(Draft.of(layoutJob((ObjectNode) content), provenance), context);
      case SPEC -> one(Draft.of(Draft.around((ObjectNode) content), provenance), context);
      case S3_EVENTS -> each(S3Events.notification(content), provenance, context);
      case S3_TEST -> testEvent(content);
      case EVENT_BRIDGE -> each(List.of(S3Events.eventBridge(content)), provenance, context);
      case POINTER -> pointer(content, provenance, pointers);
      case SITE -> one(SiteRequest.draft(content, mappings.siteLayout(), provenance), context);
      case FIT -> one(FitRequest.draft(content, mappings.siteFit(), provenance), context);
      case WALLS -> one(WallsRequest.draft(content, mappings.roomDetection(), provenance), context);
      case VIDEO -> throw Acceptance.planned("videoAnalysis");
    };
  }

  /** A LayoutJob that leaves out what every LayoutJob has is one all the same. */
  private static ObjectNode layoutJob(ObjectNode content) {
    ObjectNode job = Draft.around(content.objectNode());
    job.remove("spec");
    job.setAll(content);
    return job;
  }

  private Reading one(Draft draft, IntakeContext context) throws Refusal {
    return new Reading.Jobs(List.of(new Acceptance(schema, context).accept(draft, null)));
  }

  /** All of a message's objects become jobs, or none: a message has one fate. */
  private Reading each(List<NewObject> objects, Provenance provenance, IntakeContext context)
      throws Refusal {
    Acceptance acceptance = new Acceptance(schema, context);
    List<JobRequest> requests = new ArrayList<>();
    for (int i = 0; i < objects.size(); i++) {
      requests.add(
          acceptance.accept(
              objects.get(i).draft(context, provenance), objects.size() == 1 ? null : i));
    }
    return new Reading.Jobs(requests);
  }

  private static Reading testEvent(JsonNode content) throws Refusal {
    String event = content.path("Event").asText();
    if (!event.equals(TEST_EVENT)) {
      throw new Refusal(
          RefusalReason.UnknownShape,
          "Event: must be %s, was %s".formatted(TEST_EVENT, Quoted.of(event)));
    }
    return new Reading.Ignored(
        "S3 tests that it may send events of bucket " + content.path("Bucket").asText());
  }

  private static Reading pointer(JsonNode content, Provenance provenance, boolean allowed)
      throws Refusal {
    if (!allowed) {
      throw new Refusal(
          RefusalReason.UnknownShape, "a pointer must lead to a request, not to another pointer");
    }
    return new Reading.Pointer(PointerRequest.object(content), provenance);
  }
}
