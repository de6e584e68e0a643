package dev.groma.operator.report.tls;

import java.time.Instant;

/** Where the authority is kept. */
public interface AuthorityStore {

  /**
   * The authority, a new one when there is none or it will soon end.
   *
   * @throws IllegalStateException when what is kept cannot be used; the message says what to do
   */
  CertificateAuthority authority(Instant now);

  /** One that ends with this process: for a single replica outside a cluster. */
  static AuthorityStore inMemory() {
    return CertificateAuthority::create;
  }
}
