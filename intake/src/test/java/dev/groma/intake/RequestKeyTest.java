package dev.groma.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestKeyTest {

  /** base64.b32encode(hashlib.sha256((queue + "\0" + key).encode()).digest()) of Python. */
  @ParameterizedTest
  @CsvSource({
    "arn:aws:sqs:eu-central-1:123456789012:plans, order-4711, lj-owjm4puu7v4dczd2nrhdqvzn4y",
    "arn:aws:sqs:eu-central-1:123456789012:plans, message=5fea7756-0ea4-451a-a703-a558b933e274, lj-z5hvrtoudxm35zck5napgmbvhn",
    "http://elasticmq:9324/000000000000/plans, order-4711, lj-6wsjhssjag2sfov6yqy5avcjzk",
    "q, přízemí, lj-hfjeo4qgrewzpwjzpbx5q2lj7q",
  })
  void a_job_is_named_by_its_queue_and_its_key(String queue, String key, String name) {
    assertThat(new RequestKey(key).jobName(queue)).isEqualTo(name);
  }

  @Test
  void names_are_names_of_kubernetes_and_differ() {
    Set<String> names = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      names.add(new RequestKey("k" + i).jobName("q"));
    }

    assertThat(names).hasSize(10_000).allMatch(name -> name.matches("lj-[a-z2-7]{26}"));
  }

  @Test
  void queue_and_key_do_not_run_into_each_other() {
    assertThat(new RequestKey("bc").jobName("a")).isNotEqualTo(new RequestKey("c").jobName("ab"));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "k, n, o, d, e, t, k",
        "-, n, o, d, e, t, name=n",
        "-, -, o, d, e, t, deduplication=d#3",
        "-, -, o, -, e, t, object=o",
        "-, -, -, -, e, t, event=e#3",
        "-, -, -, -, -, t, topic=t#3",
        "-, -, -, -, -, -, message=m#3",
      })
  void what_knows_the_request_best_gives_the_key(
      @Nullable String idempotencyKey,
      @Nullable String name,
      @Nullable String object,
      @Nullable String deduplication,
      @Nullable String event,
      @Nullable String topic,
      String key) {
    Provenance.Ids ids = new Provenance.Ids("m", null, deduplication, topic, event);

    assertThat(RequestKey.of(idempotencyKey, name, object, ids, 3).text()).isEqualTo(key);
  }

  @Test
  void the_request_of_a_job_that_failed_keeps_its_key_whatever_that_was_taken_from() {
    Provenance.Ids ids = new Provenance.Ids("m", "event=shop 7", "d", null, null);

    assertThat(RequestKey.of(null, null, null, ids, null).text()).isEqualTo("event=shop 7");
    assertThat(RequestKey.of("k", null, null, ids, null).text()).isEqualTo("k");
  }

  @Test
  void no_two_requests_of_one_message_have_the_key_of_a_job_that_failed() {
    Provenance.Ids ids = new Provenance.Ids("m", "event=shop 7", null, null, null);

    assertThat(RequestKey.of(null, null, null, ids, 1).text()).isEqualTo("message=m#1");
  }
}
