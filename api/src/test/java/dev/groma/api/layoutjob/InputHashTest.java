package dev.groma.api.layoutjob;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.groma.api.layoutjob.EngineBlock.NamedInput;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Equal requests have equal hashes, and no others. */
class InputHashTest {

  private static final InputSource TEXT = InputSource.ofInline("{}");

  @Test
  void is_the_digest_of_canonical_json() throws Exception {
    String canonical =
        """
        {"engine":"roomDetection","inputs":{"walls":{"inline":"{}"}},"parameters":{"a":1,"b":2},\
        "program":"runner:1","seed":0}\
        """;

    assertThat(hash(parameters("b", 2, "a", 1), TEXT, 0, "runner:1"))
        .isEqualTo(
            HexFormat.of()
                .formatHex(
                    MessageDigest.getInstance("SHA-256")
                        .digest(canonical.getBytes(StandardCharsets.UTF_8))));
  }

  @Test
  void does_not_depend_on_the_order_of_members() {
    assertThat(hash(parameters("a", 1, "b", 2), TEXT, 0, "runner:1"))
        .isEqualTo(hash(parameters("b", 2, "a", 1), TEXT, 0, "runner:1"));
  }

  @Test
  void differs_with_everything_that_an_answer_depends_on() {
    ObjectNode parameters = parameters("a", 1, "b", 2);

    assertThat(
            List.of(
                hash(parameters, TEXT, 0, "runner:1"),
                hash(parameters, TEXT, 1, "runner:1"),
                hash(parameters, TEXT, 0, "runner:2"),
                hash(parameters("a", 1, "b", 3), TEXT, 0, "runner:1"),
                hash(parameters, InputSource.ofInline("[]"), 0, "runner:1"),
                hash(parameters, InputSource.ofConfigMap("plans", "{}"), 0, "runner:1"),
                hash(parameters, s3("v1", null), 0, "runner:1"),
                hash(parameters, s3("v2", null), 0, "runner:1")))
        .doesNotHaveDuplicates();
  }

  @Test
  void says_all_of_an_input_only_where_nobody_can_change_it() {
    assertThat(InputHash.pinned(block(parameters("a", 1, "b", 2), TEXT))).isTrue();
    assertThat(pinned(s3("v1", null))).isTrue();
    assertThat(pinned(s3(null, "ab".repeat(32)))).isTrue();
    assertThat(pinned(s3(null, null))).isFalse();
    assertThat(pinned(InputSource.ofConfigMap("plans", "flat.json"))).isFalse();
    assertThat(pinned(new InputSource(null, null, null, new VolumeFile("plans", "flat.json"))))
        .isFalse();
  }

  private static boolean pinned(InputSource source) {
    return InputHash.pinned(block(parameters("a", 1, "b", 2), source));
  }

  private static InputSource s3(@Nullable String version, @Nullable String sha256) {
    return new InputSource(null, null, new S3Object("plans", "flat.json", version, sha256), null);
  }

  private static String hash(ObjectNode parameters, InputSource walls, long seed, String program) {
    return InputHash.of(block(parameters, walls), seed, program);
  }

  private static EngineBlock block(ObjectNode parameters, InputSource walls) {
    return new EngineBlock("roomDetection", parameters, List.of(new NamedInput("walls", walls)));
  }

  private static ObjectNode parameters(String first, int one, String second, int two) {
    return JsonNodeFactory.instance.objectNode().put(first, one).put(second, two);
  }
}
