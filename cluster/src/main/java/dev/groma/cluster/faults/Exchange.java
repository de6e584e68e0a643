package dev.groma.cluster.faults;

import dev.groma.cluster.faults.Fault.Moment;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.NetSocket;
import java.net.HttpURLConnection;
import java.util.Locale;
import java.util.Set;

/** One request and its answer. Runs on the event loop of its connection. */
final class Exchange {
  private static final int SWITCHING_PROTOCOLS = 101;

  /** Those that belong to one connection, not to the message. */
  private static final Set<String> FRAMING = Set.of("host", "content-length", "transfer-encoding");

  private final HttpServerRequest request;
  private final ApiRequest seen;
  private final Vertx vertx;
  private final HttpClient upstream;

  Exchange(HttpServerRequest request, ApiRequest seen, Vertx vertx, HttpClient upstream) {
    this.request = request;
    this.seen = seen;
    this.vertx = vertx;
    this.upstream = upstream;
  }

  static boolean isUpgrade(HttpServerRequest request) {
    return request.headers().contains(HttpHeaders.UPGRADE);
  }

  /** Calls back when the connection is closed or the answer is sent. */
  void whenOver(Runnable callback) {
    request.response().endHandler(sent -> callback.run());
    request.connection().closeHandler(closed -> callback.run());
  }

  /** Breaks the connection. */
  void cut() {
    request.connection().close();
  }

  /** Forwards the request and its answer. */
  void pass() {
    forward(seen.body());
  }

  /** Does what the injection is there for. */
  void suffer(Injection injection) {
    switch (injection.fault()) {
      case Fault.Cut(Moment moment) -> afterwards(moment, injection, this::cut);
      case Fault.Withhold(Moment moment) -> afterwards(moment, injection, () -> {});
      case Fault.Refuse refusal -> {
        refuse(refusal);
        injection.strike(seen);
      }
      case Fault.Expire() -> {
        expire();
        injection.strike(seen);
      }
      case Fault.Delay(var latency) -> {
        vertx.setTimer(latency.toMillis(), late -> pass());
        injection.strike(seen);
      }
      case Fault.Hold(var body) -> {
        Future.fromCompletionStage(body.apply(seen), vertx.getOrCreateContext())
            .onSuccess(this::forward)
            .onFailure(noBody -> cut());
        injection.strike(seen);
      }
    }
  }

  private void afterwards(Moment moment, Injection injection, Runnable end) {
    switch (moment) {
      case BEFORE_EFFECT -> {
        end.run();
        injection.strike(seen);
      }
      case AFTER_EFFECT ->
          ask(seen.body())
              .compose(HttpClientResponse::body)
              .onComplete(answered -> {
                end.run();
                injection.strike(seen);
              });
    }
  }

  private void expire() {
    JsonObject event =
        new JsonObject()
            .put("type", "ERROR")
            .put(
                "object",
                status(
                    new Fault.Refuse(
                        HttpURLConnection.HTTP_GONE,
                        "Expired",
                        "too old resource version: 1 (2)")));
    if (isUpgrade(request)) {
      request
          .toWebSocket()
          .onSuccess(
              stream -> stream.writeTextMessage(event.encode()).onComplete(sent -> stream.close()));
    } else {
      request
          .response()
          .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
          .end(event.encode() + "\n");
    }
  }

  private void refuse(Fault.Refuse refusal) {
    request
        .response()
        .setStatusCode(refusal.code())
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
        .end(status(refusal).toBuffer());
  }

  private static JsonObject status(Fault.Refuse refusal) {
    return new JsonObject()
        .put("kind", "Status")
        .put("apiVersion", "v1")
        .put("metadata", new JsonObject())
        .put("status", "Failure")
        .put("message", refusal.message())
        .put("reason", refusal.reason())
        .put("code", refusal.code());
  }

  private void forward(String body) {
    ask(body).onSuccess(this::answer).onFailure(serverIsAway -> cut());
  }

  private Future<HttpClientResponse> ask(String body) {
    return upstream
        .request(request.method(), request.uri())
        .compose(copy -> {
          copy.exceptionHandler(broken -> {}); // the future tells
          request
              .headers()
              .forEach(header -> {
                if (!FRAMING.contains(header.getKey().toLowerCase(Locale.ROOT))) {
                  copy.putHeader(header.getKey(), header.getValue());
                }
              });
          return isUpgrade(request) ? copy.connect() : send(copy, body);
        });
  }

  private static Future<HttpClientResponse> send(HttpClientRequest copy, String body) {
    return body.isEmpty() ? copy.send() : copy.send(Buffer.buffer(body));
  }

  private void answer(HttpClientResponse answer) {
    HttpServerResponse response = request.response();
    if (response.closed()) {
      answer.request().reset();
      return;
    }
    response.setStatusCode(answer.statusCode());
    response.headers().setAll(answer.headers());
    if (answer.statusCode() == SWITCHING_PROTOCOLS) {
      request.toNetSocket().onSuccess(near -> tunnel(near, answer.netSocket()));
      return;
    }
    if (!answer.headers().contains(HttpHeaders.CONTENT_LENGTH)) {
      response.headers().remove(HttpHeaders.TRANSFER_ENCODING);
      response.setChunked(true);
    }
    answer.exceptionHandler(broken -> {}); // the pipe tells
    response.closeHandler(left -> answer.request().reset());
    answer.pipeTo(response).onFailure(broken -> cut());
  }

  private static void tunnel(NetSocket near, NetSocket far) {
    near.closeHandler(closed -> far.close());
    far.closeHandler(closed -> near.close());
    near.handler(far::write);
    far.handler(near::write);
  }
}
