package dev.groma.cluster.faults;

import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** What happens to a request on its way. */
public sealed interface Fault {

  /** On which side of a request's effect something happens. */
  enum Moment {
    /** The API server never hears of the request. */
    BEFORE_EFFECT,
    /** The API server has answered, and nobody gets to know. */
    AFTER_EFFECT
  }

  /** The connection breaks. */
  record Cut(Moment moment) implements Fault {}

  /** Nothing comes back, and the connection stays open. */
  record Withhold(Moment moment) implements Fault {}

  /** The proxy answers in the API server's place, with a Status of this code, reason, message. */
  record Refuse(int code, String reason, String message) implements Fault {}

  /** A watch is told that the version from which it goes on is not kept any more. */
  record Expire() implements Fault {}

  /** The request is forwarded this much later, even when nobody waits for the answer any more. */
  record Delay(Duration latency) implements Fault {}

  /** The request is forwarded when the stage completes, with the body that it completes with. */
  record Hold(Function<ApiRequest, CompletionStage<String>> body) implements Fault {}

  /** The connection breaks. */
  static Fault cut(Moment moment) {
    return new Cut(moment);
  }

  /** Nothing comes back, and the connection stays open. */
  static Fault withhold(Moment moment) {
    return new Withhold(moment);
  }

  /** The API server has too much to do. */
  static Fault tooManyRequests() {
    return new Refuse(429, "TooManyRequests", "the server has received too many requests");
  }

  /** A fault in the API server. */
  static Fault internalError() {
    return new Refuse(
        HttpURLConnection.HTTP_INTERNAL_ERROR, "InternalError", "an error on the server");
  }

  /** The API server, or its etcd, is not there for the moment. */
  static Fault unavailable() {
    return new Refuse(
        HttpURLConnection.HTTP_UNAVAILABLE,
        "ServiceUnavailable",
        "the server is currently unable to handle the request");
  }

  /**
   * A watch goes on from a version that is not kept any more. It is answered as the API server does
   * it: 200, and in the stream an ERROR with a Status of 410. A 410 in place of the stream the
   * client takes for an outage, and tries the same watch again.
   */
  static Fault expired() {
    return new Expire();
  }

  /** The request is forwarded this much later. */
  static Fault delay(Duration latency) {
    return new Delay(latency);
  }

  /** The request is forwarded when the stage completes. */
  static Fault hold(CompletionStage<?> release) {
    return new Hold(request -> release.thenApply(released -> request.body()));
  }

  /** The request is forwarded when its stage completes, with the body that it completes with. */
  static Fault hold(Function<ApiRequest, CompletionStage<String>> body) {
    return new Hold(body);
  }

  /** The request is forwarded with another body. */
  static Fault rewrite(UnaryOperator<String> body) {
    return new Hold(request -> CompletableFuture.completedStage(body.apply(request.body())));
  }
}
