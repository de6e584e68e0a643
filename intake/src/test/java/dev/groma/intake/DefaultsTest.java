package dev.groma.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.groma.api.layoutjob.LayoutJobSpec;
import dev.groma.api.layoutqueue.JobDefaults;
import org.junit.jupiter.api.Test;

class DefaultsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static JsonNode filled(String spec, String defaults) throws JsonProcessingException {
    return JSON.readTree(
        JSON.writeValueAsString(
            Defaults.fill(
                JSON.readValue(spec, LayoutJobSpec.class),
                JSON.readValue(defaults, JobDefaults.class))));
  }

  @Test
  void a_job_that_says_nothing_gets_all_defaults_but_the_namespace() throws Exception {
    assertThat(
            filled(
                "{\"seed\": 1}",
                """
                {"namespace": "n", "output": {"configMap": {}}, "execution": {"timeoutSeconds": 60},
                 "reuse": {"policy": "IfSameInput"}, "ttlSecondsAfterFinished": 9}
                """))
        .isEqualTo(
            JSON.readTree(
                """
                {"seed": 1, "output": {"configMap": {}}, "execution": {"timeoutSeconds": 60},
                 "reuse": {"policy": "IfSameInput"}, "ttlSecondsAfterFinished": 9}
                """));
  }

  @Test
  void execution_is_filled_member_by_member_and_the_job_wins() throws Exception {
    assertThat(
            filled(
                """
                {"execution": {"timeoutSeconds": 1, "backoff": {"initialSeconds": 2}},
                 "ttlSecondsAfterFinished": 0}
                """,
                """
                {"execution": {"timeoutSeconds": 60, "maxAttempts": 3,
                   "backoff": {"initialSeconds": 30, "maxSeconds": 40}},
                 "ttlSecondsAfterFinished": 9}
                """))
        .isEqualTo(
            JSON.readTree(
                """
                {"execution": {"timeoutSeconds": 1, "maxAttempts": 3,
                   "backoff": {"initialSeconds": 2, "maxSeconds": 40}},
                 "ttlSecondsAfterFinished": 0}
                """));
  }

  @Test
  void an_output_is_one_place_and_taken_as_a_whole() throws Exception {
    assertThat(
            filled(
                "{\"output\": {\"configMap\": {}}}",
                "{\"output\": {\"s3\": {\"bucket\": \"results\"}}}"))
        .isEqualTo(JSON.readTree("{\"output\": {\"configMap\": {}}}"));
  }
}
