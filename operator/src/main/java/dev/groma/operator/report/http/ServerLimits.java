package dev.groma.operator.report.http;

import java.time.Duration;

/**
 * What clients can take up of a server.
 *
 * @param patience how long a connection may be there without a request, or with half a header
 * @param connections at the same time; further ones are closed
 * @param requests in work at the same time; further ones are put off
 */
public record ServerLimits(Duration patience, int connections, int requests) {

  /** One connection for each of very many runners, most of which wait. All chosen. */
  public static ServerLimits usual() {
    return new ServerLimits(Duration.ofSeconds(30), 4096, 512);
  }
}
