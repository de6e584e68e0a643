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
    Provenance.Ids ids = new Provenance.Ids("m", deduplication, topic, event);

    assertThat(RequestKey.of(idempotencyKey, name, object, ids, 3).text()).isEqualTo(key);
  }
}
