package dev.groma.operator.report.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import java.time.Duration;

/**
 * Ends a connection on which no request has begun for a while: one that is idle, and one that sends
 * its headers a byte at a time. For the connection's own context.
 */
final class ConnectionWatch {

  private static final long NO_TIMER = -1;

  private final Vertx vertx;
  private final HttpConnection connection;
  private final Duration patience;
  private long timer = NO_TIMER;

  ConnectionWatch(Vertx vertx, HttpConnection connection, Duration patience) {
    this.vertx = vertx;
    this.connection = connection;
    this.patience = patience;
  }

  /** A request has to begin soon. */
  void awaitRequest() {
    stop();
    timer = vertx.setTimer(patience.toMillis(), ignored -> connection.close());
  }

  /** One has begun, or the connection has ended. */
  void stop() {
    if (timer != NO_TIMER) {
      vertx.cancelTimer(timer);
      timer = NO_TIMER;
    }
  }
}
