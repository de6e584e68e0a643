package dev.groma.charts;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The Terraform and ACK examples make the same queues and alarms, with the attributes asked for.
 */
class AwsQueuesTest {

  private static final Path AWS = Charts.ROOT.resolve("examples/aws");

  /**
   * Of one resource of Terraform; the examples nest braces one deep at most in what is read here.
   */
  private static String terraform(String file, String type, String name) throws IOException {
    Matcher block =
        Pattern.compile("(?s)resource \"%s\" \"%s\" \\{\n(.*?)\n\\}".formatted(type, name))
            .matcher(Charts.read(AWS.resolve("terraform").resolve(file)));
    assertThat(block.find()).as(name).isTrue();
    return block.group(1);
  }

  private static String argument(String block, String name) {
    Matcher argument =
        Pattern.compile("(?m)^ *%s += \"?([^\"#\n]*?)\"?(?: *#.*)?$".formatted(name))
            .matcher(block);
    assertThat(argument.find()).as(name).isTrue();
    return argument.group(1);
  }

  private static Map<String, GenericKubernetesResource> ack(String file) throws IOException {
    return Arrays.stream(Charts.read(AWS.resolve("ack").resolve(file)).split("(?m)^---$"))
        .map(text -> Serialization.unmarshal(text, GenericKubernetesResource.class))
        .collect(
            Collectors.toMap(resource -> resource.getMetadata().getName(), Function.identity()));
  }

  private static String member(GenericKubernetesResource resource, String name) {
    return String.valueOf(resource.<Object>get("spec", name));
  }

  @ParameterizedTest
  @CsvSource({
    "jobs, plans, visibility_timeout_seconds, visibilityTimeout, 300",
    "jobs, plans, message_retention_seconds, messageRetentionPeriod, 345600",
    "jobs, plans, receive_wait_time_seconds, receiveMessageWaitTimeSeconds, 20",
    "dead, plans-dead, message_retention_seconds, messageRetentionPeriod, 1209600",
  })
  void queues_have_the_attributes_asked_for(
      String terraform, String ack, String argument, String member, String value)
      throws IOException {
    assertThat(argument(terraform("queues.tf", "aws_sqs_queue", terraform), argument))
        .isEqualTo(value);
    assertThat(member(ack("queues.yaml").get(ack), member)).isEqualTo(value);
  }

  @Test
  void a_message_goes_to_the_dead_letters_after_three_receives() throws IOException {
    assertThat(argument(terraform("queues.tf", "aws_sqs_queue", "jobs"), "maxReceiveCount"))
        .isEqualTo("3");
    assertThat(member(ack("queues.yaml").get("plans"), "redrivePolicy"))
        .contains("\"maxReceiveCount\": 3", ":plans-dead\"");
  }

  @ParameterizedTest
  @CsvSource({"queue_growing, 10", "dlq_not_empty, 5", "bridge_stalled, 900"})
  void alarms_ring_alike_and_name_a_page_that_is_there(String name, String threshold)
      throws IOException {
    String terraform = terraform("alarms.tf", "aws_cloudwatch_metric_alarm", name);
    GenericKubernetesResource ack = ack("alarms.yaml").get("plans-" + name.replace('_', '-'));

    assertThat(argument(terraform, "threshold")).isEqualTo(threshold);
    for (Map.Entry<String, String> same :
        Map.of(
                "alarm_description", "alarmDescription",
                "metric_name", "metricName",
                "statistic", "statistic",
                "period", "period",
                "evaluation_periods", "evaluationPeriods",
                "comparison_operator", "comparisonOperator",
                "threshold", "threshold",
                "treat_missing_data", "treatMissingData")
            .entrySet()) {
      assertThat(member(ack, same.getValue())).isEqualTo(argument(terraform, same.getKey()));
    }
    String description = argument(terraform, "alarm_description");
    assertThat(Charts.ROOT.resolve(description.substring(description.lastIndexOf(' ') + 1)))
        .exists();
  }

  @ParameterizedTest
  @ValueSource(strings = {"queues.tf", "bridge.tf", "alarms.tf"})
  void no_right_is_given_by_a_wildcard(String file) throws IOException {
    assertThat(Charts.read(AWS.resolve("terraform").resolve(file))).doesNotContain("*");
  }

  @Test
  void terraform_gives_the_bridge_the_rights_of_its_policy_on_queues() throws IOException {
    assertThat(queueActions(AWS.resolve("terraform/bridge.tf")))
        .isEqualTo(queueActions(AWS.resolve("bridge-policy.json")));
  }

  private static Set<String> queueActions(Path file) throws IOException {
    return Pattern.compile("\"(sqs:[A-Za-z]+)\"")
        .matcher(Charts.read(file))
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void every_page_that_a_rule_of_prometheus_names_is_there() throws IOException {
    List<String> pages =
        Charts.read(AWS.resolve("alarms.yaml"))
            .lines()
            .filter(line -> line.contains("runbook_url:"))
            .map(line -> line.substring(line.indexOf(':') + 1).strip())
            .toList();

    assertThat(pages).hasSize(5).allSatisfy(page -> assertThat(Charts.ROOT.resolve(page)).exists());
  }
}
