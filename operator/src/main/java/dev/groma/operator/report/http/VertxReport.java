package dev.groma.operator.report.http;

import dev.groma.operator.report.IncomingReport;
import dev.groma.operator.report.admission.ReportKind;
import dev.groma.operator.report.answer.Answer;
import dev.groma.operator.report.answer.Refusal;
import dev.groma.operator.report.answer.RefusedException;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One request of a connection. What touches the connection runs in its context; the thread that
 * answers waits.
 */
final class VertxReport implements IncomingReport {

  /** What is read of a refused body, so that its sender gets to read the answer. Chosen. */
  private static final long DISCARD_MAX_BYTES = 16 * 1024 * 1024;

  /** How long that may take. Chosen. */
  private static final long DISCARD_MILLIS = 5_000;

  private final HttpServerRequest request;
  private final Context context;
  private long discarded;

  /** Holds the body back until it is asked for. */
  VertxReport(HttpServerRequest request, Context context) {
    this.request = request.pause();
    this.context = context;
  }

  @Override
  public String method() {
    return request.method().name();
  }

  @Override
  public String path() {
    return String.valueOf(request.path());
  }

  @Override
  public @Nullable String header(String name) {
    return request.getHeader(name);
  }

  @Override
  public byte[] body(ReportKind kind) {
    CompletableFuture<byte[]> body = new CompletableFuture<>();
    context.runOnContext(ignored -> collect(kind, body));
    try {
      return body.get(kind.patience().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new RefusedException(
          Refusal.TooSlow, "the body was not there after " + kind.patience().toSeconds() + " s", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RefusedException refused) {
        throw refused;
      }
      throw new RefusedException(Refusal.TooSlow, "the connection broke within the body", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RefusedException(Refusal.Unavailable, "the operator stops", e);
    }
  }

  private void collect(ReportKind kind, CompletableFuture<byte[]> body) {
    Buffer collected = Buffer.buffer();
    request.exceptionHandler(body::completeExceptionally);
    request.handler(chunk -> {
      if (collected.length() + chunk.length() > kind.maxBytes()) {
        request.pause();
        body.completeExceptionally(kind.tooLarge());
      } else {
        collected.appendBuffer(chunk);
      }
    });
    request.endHandler(ignored -> body.complete(collected.getBytes()));
    if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
      request.response().writeContinue();
    }
    request.resume();
  }

  /** Sends the answer; what follows of a body that nobody wanted ends the connection. */
  void send(Answer answer) {
    context.runOnContext(ignored -> {
      if (request.response().closed() || request.response().ended()) {
        return;
      }
      boolean whole = request.isEnded();
      request.response().setStatusCode(answer.status());
      answer.headers().forEach(request.response()::putHeader);
      if (!whole) {
        request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
      }
      request.response().end(answer.json());
      if (!whole) {
        discard();
      }
    });
  }

  /** A close at once would reach the sender as a reset, and the answer would be lost with it. */
  private void discard() {
    long timer = context.owner().setTimer(DISCARD_MILLIS, ignored -> request.connection().close());
    request.exceptionHandler(ignored -> context.owner().cancelTimer(timer));
    request.handler(chunk -> {
      discarded += chunk.length();
      if (discarded > DISCARD_MAX_BYTES) {
        context.owner().cancelTimer(timer);
        request.connection().close();
      }
    });
    request.endHandler(ignored -> {
      context.owner().cancelTimer(timer);
      request.connection().close();
    });
    request.resume();
  }
}
