package dev.groma.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.groma.api.layoutjob.InputSource;
import dev.groma.api.layoutqueue.LayoutQueueSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every file of the golden folder is a message, what its queue declares, and what it is to be.
 * Names and hashes in them were computed by Python's hashlib, base64 and json.
 */
class EnvelopesTest {

  private static final Path GOLDEN =
      Path.of(System.getProperty("groma.root"), "intake/src/test/golden");
  private static final String QUEUE = "arn:aws:sqs:eu-central-1:123456789012:plans";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Envelopes ENVELOPES = Envelopes.load();

  static List<Path> goldenFiles() throws IOException {
    try (Stream<Path> files = Files.list(GOLDEN)) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("goldenFiles")
  void a_message_becomes_what_its_golden_file_says(Path file) throws IOException {
    JsonNode golden = JSON.readTree(file.toFile());
    JsonNode expected = golden.get("reading");

    Reading reading = ENVELOPES.read(message(golden.get("message")), context(golden));

    switch (reading) {
      case Reading.Jobs jobs ->
          assertThat(jobs.requests().stream().map(EnvelopesTest::shown))
              .containsExactlyElementsOf(expected.path("jobs"));
      case Reading.Refused refused -> {
        assertThat(refused.reason().name())
            .as(refused.detail())
            .isEqualTo(expected.path("refused").asText());
        expected
            .get("detail")
            .forEach(part -> assertThat(refused.detail()).contains(part.asText()));
      }
      case Reading.Ignored ignored ->
          assertThat(ignored.why()).isEqualTo(expected.path("ignored").asText());
      case Reading.Pointer pointer ->
          assertThat((JsonNode) JSON.valueToTree(pointer.object()))
              .isEqualTo(expected.path("pointer"));
    }
  }

  /** As it reads when it is written and read again, which makes a whole number one of one kind. */
  private static JsonNode shown(JobRequest request) {
    ObjectNode shown = JSON.createObjectNode();
    shown.put("name", request.key().jobName(QUEUE));
    shown.set("spec", JSON.valueToTree(request.spec()));
    shown.set("labels", JSON.valueToTree(request.labels()));
    shown.set("annotations", JSON.valueToTree(request.annotations()));
    try {
      return JSON.readTree(shown.toString());
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static IntakeContext context(JsonNode golden) throws IOException {
    ObjectNode spec =
        golden.path("queue") instanceof ObjectNode own ? own : JSON.createObjectNode();
    spec.putObject("queue").put("url", "https://sqs.eu-central-1.amazonaws.com/123456789012/plans");
    return IntakeContext.of("plans", JSON.treeToValue(spec, LayoutQueueSpec.class));
  }

  private static Message message(JsonNode golden) {
    return new Message(
        golden.has("text") ? golden.get("text").asText() : golden.get("body").toString(),
        attributes(golden.path("attributes")),
        golden.get("id").asText(),
        golden.path("deduplicationId").textValue());
  }

  private static Map<String, String> attributes(JsonNode golden) {
    Map<String, String> attributes = new HashMap<>();
    golden.properties().forEach(one -> attributes.put(one.getKey(), one.getValue().asText()));
    return attributes;
  }

  private static Reading read(String body) {
    return ENVELOPES.read(new Message(body, Map.of(), "m-1", null), context());
  }

  private static IntakeContext context() {
    try {
      return context(JSON.createObjectNode());
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static JobRequest request(String body) {
    return ((Reading.Jobs) read(body)).requests().getFirst();
  }

  @Test
  void a_pointer_leads_to_the_bytes_of_its_digest_and_keeps_what_the_message_said()
      throws Exception {
    byte[] bytes =
        "{\"roomDetection\": {\"walls\": {\"inline\": \"{}\"}}}".getBytes(StandardCharsets.UTF_8);
    Reading.Pointer pointer = pointer(bytes);

    Reading reading = ENVELOPES.readFetched(pointer, bytes, context());

    assertThat(((Reading.Jobs) reading).requests())
        .singleElement()
        .returns(new RequestKey("message=m-1"), JobRequest::key);
  }

  @Test
  void a_pointer_to_other_bytes_is_refused() throws Exception {
    Reading reading = ENVELOPES.readFetched(pointer(new byte[] {1}), new byte[] {2}, context());

    assertThat((Reading.Refused) reading)
        .satisfies(refused -> assertThat(refused.reason().name()).isEqualTo("DigestMismatch"))
        .satisfies(
            refused -> assertThat(refused.detail()).startsWith("in s3://requests/big.json: "));
  }

  @Test
  void a_pointer_to_a_pointer_is_refused() throws Exception {
    byte[] bytes =
        "{\"s3\": {\"bucket\": \"requests\", \"key\": \"a\", \"sha256\": \"%s\"}}"
            .formatted("a".repeat(64))
            .getBytes(StandardCharsets.UTF_8);

    Reading reading = ENVELOPES.readFetched(pointer(bytes), bytes, context());

    assertThat(((Reading.Refused) reading).detail()).contains("not to another pointer");
  }

  private static Reading.Pointer pointer(byte[] bytes) throws Exception {
    String digest = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    return (Reading.Pointer)
        read(
            "{\"s3\": {\"bucket\": \"requests\", \"key\": \"big.json\", \"sha256\": \"%s\"}}"
                .formatted(digest));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"seed\": 1, \"roomDetection\": {\"walls\": {\"inline\": \"{}\"}, \"snapTolerance\": 1}}",
        "{\"roomDetection\": {\"snapTolerance\": 1.0, \"walls\": {\"inline\": \"{}\"}}, \"seed\": 1}",
        "{\"spec\": {\"seed\": 1, \"idempotencyKey\": \"k\", \"correlationId\": \"c\", \"suspend\": null,"
            + " \"roomDetection\": {\"walls\": {\"inline\": \"{}\"}, \"snapTolerance\": 1}}}",
      })
  void requests_for_the_same_have_the_same_hash_however_they_are_written(String body) {
    assertThat(request(body).contentHash())
        .isEqualTo(
            request(
                    "{\"roomDetection\": {\"walls\": {\"inline\": \"{}\"}, \"snapTolerance\": 1}, \"seed\": 1}")
                .contentHash());
  }

  @Test
  void the_same_key_with_another_content_is_told_apart() {
    JobRequest one =
        request(
            "{\"idempotencyKey\": \"k\", \"roomDetection\": {\"walls\": {\"inline\": \"{}\"}}}");
    JobRequest other =
        request(
            "{\"idempotencyKey\": \"k\", \"roomDetection\": {\"walls\": {\"inline\": \"[]\"}}}");

    assertThat(one.key()).isEqualTo(other.key());
    assertThat(one.contentHash()).isNotEqualTo(other.contentHash());
  }

  @Test
  void an_input_that_a_job_cannot_hold_is_refused_with_the_way_out() {
    String text = "é".repeat(InputSource.INLINE_MAX_BYTES / 2 + 1);

    Reading reading =
        read("{\"roomDetection\": {\"walls\": {\"inline\": \"%s\"}}}".formatted(text));

    assertThat((Reading.Refused) reading)
        .satisfies(refused -> assertThat(refused.reason().name()).isEqualTo("InlineTooLong"))
        .satisfies(refused -> assertThat(refused.detail()).contains("put the input into S3"));
  }

  @Test
  void a_detail_is_no_longer_than_an_attribute_may_be() {
    Reading reading = read("{\"roomDetection\": {%s}}".formatted(manyMembers()));

    assertThat(((Reading.Refused) reading).detail()).hasSize(1000).endsWith("...");
  }

  private static String manyMembers() {
    StringBuilder members = new StringBuilder("\"b\": 1");
    for (int i = 0; i < 200; i++) {
      members.append(", \"c").append(i).append("\": 1");
    }
    return members.toString();
  }

  @Test
  void messages_are_read_by_many_threads_at_once() {
    String good =
        "{\"siteFit\": {\"parcel\": {\"inline\": \"{}\"}, \"house\": {\"inline\": \"{}\"}}}";
    String bad = "{\"siteFit\": {\"parcel\": {}, \"house\": {\"inline\": \"{}\"}}}";

    List<Boolean> accepted =
        IntStream.range(0, 2000)
            .parallel()
            .mapToObj(i -> read(i % 2 == 0 ? good : bad) instanceof Reading.Jobs)
            .toList();

    assertThat(accepted).isEqualTo(IntStream.range(0, 2000).mapToObj(i -> i % 2 == 0).toList());
  }

  @Test
  void a_mapping_that_cannot_give_a_job_is_told_before_a_message_comes() throws IOException {
    LayoutQueueSpec spec =
        JSON.readValue(
            """
            {"queue": {"url": "http://localhost/q"}, "mappings": {"objects": [
              {"bucket": "uploads", "input": "roomDetection.walls", "parameters": {"unit": "mm"}},
              {"bucket": "uploads", "input": "roomDetection.walls", "parameters": {"unit": "furlong"}},
              {"bucket": "uploads", "input": "siteFit.parcel"}]}}
            """,
            LayoutQueueSpec.class);

    assertThat(ENVELOPES.mistakes(spec.declaredMappings()))
        .hasSize(2)
        .satisfiesExactly(
            first ->
                assertThat(first)
                    .startsWith(
                        "spec.mappings.objects[1].parameters of the LayoutQueue.unit: must be one of"),
            second -> assertThat(second).contains("objects[2].parameters", "house: is required"));
  }
}
