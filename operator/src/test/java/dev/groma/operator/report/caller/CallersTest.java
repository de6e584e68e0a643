package dev.groma.operator.report.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.groma.operator.report.answer.Refusal;
import dev.groma.operator.report.answer.RefusedException;
import dev.groma.operator.report.caller.TokenReviewer.Review;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is remembered of callers, and for how long. */
class CallersTest {

  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
  private static final PodIdentity POD = new PodIdentity("plans", "flat-1-x", "uid");
  private static final Review KNOWN = new Review.Known(POD);

  private final AtomicReference<Review> review = new AtomicReference<>(KNOWN);
  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicLong nanos = new AtomicLong();
  private final Callers callers =
      new Callers(
          token -> {
            asked.incrementAndGet();
            return review.get();
          },
          "groma-report",
          Runnable::run,
          nanos::get);

  @Test
  void a_good_token_is_asked_about_once_a_minute() {
    String header = bearer("good", 3600);

    assertThat(callers.identify(header, NOW)).isEqualTo(POD);
    pass(Duration.ofSeconds(59));
    callers.identify(header, NOW);
    assertThat(asked).hasValue(1);
    pass(Duration.ofSeconds(2));
    callers.identify(header, NOW);

    assertThat(asked).hasValue(2);
  }

  @Test
  void a_bad_token_is_asked_about_every_five_seconds() {
    review.set(new Review.Unknown("no"));
    String header = bearer("bad", 3600);

    refused(header, NOW, Refusal.TokenInvalid);
    pass(Duration.ofSeconds(4));
    refused(header, NOW, Refusal.TokenInvalid);
    assertThat(asked).hasValue(1);
    pass(Duration.ofSeconds(2));
    review.set(KNOWN);

    assertThat(callers.identify(header, NOW)).isEqualTo(POD);
  }

  @Test
  void a_token_is_refused_from_the_second_it_expires_whatever_is_remembered() {
    String header = bearer("short", 10);
    callers.identify(header, NOW.plusSeconds(9));

    refused(header, NOW.plusSeconds(10), Refusal.TokenExpired);
  }

  @Test
  void tokens_that_say_themselves_that_they_are_no_good_cost_the_api_server_nothing() {
    refused(null, NOW, Refusal.TokenMissing);
    refused("Basic eA==", NOW, Refusal.TokenMissing);
    refused("Bearer x", NOW, Refusal.TokenInvalid);
    refused(bearer("old", -1), NOW, Refusal.TokenExpired);
    refused(header("{\"aud\":[\"vault\"],\"exp\":9999999999}"), NOW, Refusal.WrongAudience);
    refused(header("{\"exp\":9999999999}"), NOW, Refusal.WrongAudience);

    assertThat(asked).hasValue(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "[]",
        "{}",
        "{\"exp\":\"soon\",\"aud\":\"groma-report\"}",
        "{\"exp\":1e99,\"aud\":\"groma-report\"}",
        "{\"exp\":9223372036854775807,\"aud\":\"groma-report\"}",
        "{\"exp\":"
      })
  void claims_that_make_no_sense_are_those_of_no_token(String claims) {
    refused(header(claims), NOW, Refusal.TokenInvalid);
  }

  @Test
  void an_audience_may_stand_alone() {
    assertThat(callers.identify(header("{\"aud\":\"groma-report\",\"exp\":9999999999}"), NOW))
        .isEqualTo(POD);
  }

  @Test
  void a_token_of_no_pod_is_refused() {
    review.set(new Review.NoPod("jane"));

    refused(bearer("jane", 3600), NOW, Refusal.WrongPod);
  }

  @Test
  void a_review_that_failed_is_asked_for_again_at_once() {
    AtomicInteger calls = new AtomicInteger();
    Callers unlucky =
        new Callers(
            token -> {
              if (calls.incrementAndGet() == 1) {
                throw new RefusedException(Refusal.Unavailable, "no answer");
              }
              return KNOWN;
            },
            "groma-report",
            Runnable::run,
            nanos::get);

    assertThatThrownBy(() -> unlucky.identify(bearer("good", 3600), NOW))
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.refusal()).isEqualTo(Refusal.Unavailable));
    assertThat(unlucky.identify(bearer("good", 3600), NOW)).isEqualTo(POD);
  }

  @Test
  void the_memory_is_bounded() {
    IntStream.range(0, 20_000).forEach(i -> callers.identify(bearer("t" + i, 3600), NOW));
    asked.set(0);

    IntStream.range(0, 20_000).forEach(i -> callers.identify(bearer("t" + i, 3600), NOW));

    assertThat(asked.get()).isGreaterThanOrEqualTo(10_000);
  }

  private void refused(String header, Instant now, Refusal refusal) {
    assertThatThrownBy(() -> callers.identify(header, now))
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.refusal()).isEqualTo(refusal));
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  private static String bearer(String name, long seconds) {
    return header(
        "{\"sub\":\"%s\",\"aud\":[\"groma-report\"],\"exp\":%d}"
            .formatted(name, NOW.plusSeconds(seconds).getEpochSecond()));
  }

  private static String header(String claims) {
    return "Bearer e30."
        + Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(claims.getBytes(StandardCharsets.UTF_8))
        + ".sig";
  }
}
