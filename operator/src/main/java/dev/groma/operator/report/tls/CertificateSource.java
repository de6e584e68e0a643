package dev.groma.operator.report.tls;

import java.time.Instant;

/** Where the endpoint's certificate comes from. */
public sealed interface CertificateSource permits CertificateFiles, IssuedCertificates {

  /**
   * The certificate to show from now on: equal to the one before unless there is a newer one.
   *
   * @throws IllegalStateException when there is none; the message says what to do
   */
  ServerCertificate at(Instant now);
}
