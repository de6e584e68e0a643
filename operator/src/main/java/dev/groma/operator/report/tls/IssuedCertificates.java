package dev.groma.operator.report.tls;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Certificates of our own authority, one after the other. Safe for use by many threads. */
public final class IssuedCertificates implements CertificateSource {

  private final AuthorityStore authorities;
  private final String host;
  private @Nullable ServerCertificate current;

  /**
   * Certificates for one host.
   *
   * @param authorities who issues them
   * @param host name or IP address by which runners reach the server
   */
  public IssuedCertificates(AuthorityStore authorities, String host) {
    this.authorities = authorities;
    this.host = host;
  }

  @Override
  public synchronized ServerCertificate at(Instant now) {
    ServerCertificate last = current;
    if (last != null && now.isBefore(last.renewAt())) {
      return last;
    }
    ServerCertificate next = authorities.authority(now).issue(host, now);
    current = next;
    return next;
  }
}
