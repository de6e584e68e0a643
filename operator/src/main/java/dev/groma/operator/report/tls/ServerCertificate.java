package dev.groma.operator.report.tls;

import java.time.Instant;

/**
 * What a server shows, and by what its clients know it.
 *
 * @param chainPem its certificate, followed by those between it and the authority
 * @param keyPem its private key
 * @param authorityPem certificates that clients are to trust, one or more
 * @param renewAt when the next one is due; {@link Instant#MAX} where someone else sees to that
 */
public record ServerCertificate(
    String chainPem, String keyPem, String authorityPem, Instant renewAt) {

  /** Without the key. */
  @Override
  public String toString() {
    return "ServerCertificate[renewAt=%s]".formatted(renewAt);
  }
}
