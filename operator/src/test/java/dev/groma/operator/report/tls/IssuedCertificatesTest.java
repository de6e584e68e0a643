package dev.groma.operator.report.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Certificates of our own authority, as the JDK's own validator sees them. */
class IssuedCertificatesTest {

  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

  private final CertificateAuthority authority = CertificateAuthority.create(NOW);
  private final IssuedCertificates certificates =
      new IssuedCertificates(now -> authority, "groma-report.groma-system.svc");

  @Test
  void a_client_that_trusts_the_authority_trusts_the_server() throws Exception {
    X509Certificate server = Pem.certificate(certificates.at(NOW).chainPem());

    validate(server, authority.certificate(), NOW);
    validate(server, authority.certificate(), NOW.plus(Duration.ofDays(89)));
    assertThat(server.getSubjectAlternativeNames())
        .containsExactly(List.of(2, "groma-report.groma-system.svc"));
    assertThat(server.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
  }

  @Test
  void a_client_that_trusts_another_authority_does_not() throws Exception {
    X509Certificate server = Pem.certificate(certificates.at(NOW).chainPem());

    assertThatThrownBy(() -> validate(server, CertificateAuthority.create(NOW).certificate(), NOW))
        .isInstanceOf(GeneralSecurityException.class);
  }

  @Test
  void a_server_certificate_cannot_issue_others() throws Exception {
    assertThat(Pem.certificate(certificates.at(NOW).chainPem()).getBasicConstraints())
        .isEqualTo(-1);
    assertThat(authority.certificate().getBasicConstraints()).isZero();
  }

  @Test
  void an_address_is_certified_as_one() throws Exception {
    assertThat(
            Pem.certificate(authority.issue("127.0.0.1", NOW).chainPem())
                .getSubjectAlternativeNames())
        .containsExactly(List.of(7, "127.0.0.1"));
    assertThat(Pem.certificate(authority.issue("::1", NOW).chainPem()).getSubjectAlternativeNames())
        .containsExactly(List.of(7, "0:0:0:0:0:0:0:1"));
  }

  @Test
  void the_same_certificate_is_shown_until_a_third_of_its_life_is_left() {
    ServerCertificate first = certificates.at(NOW);

    assertThat(certificates.at(NOW.plus(Duration.ofDays(59)))).isSameAs(first);
    ServerCertificate second = certificates.at(NOW.plus(Duration.ofDays(61)));
    assertThat(second).isNotEqualTo(first);
    assertThat(second.authorityPem()).isEqualTo(first.authorityPem());
    assertThat(certificates.at(NOW.plus(Duration.ofDays(62)))).isSameAs(second);
  }

  @Test
  void keys_survive_their_pem() throws Exception {
    assertThat(Pem.key(Pem.of(authority.key()))).isEqualTo(authority.key());
    assertThat(Pem.certificate(Pem.of(authority.certificate()))).isEqualTo(authority.certificate());
  }

  @Test
  void no_key_shows_in_words() {
    assertThat(certificates.at(NOW).toString()).doesNotContain("KEY");
  }

  private static void validate(X509Certificate server, X509Certificate authority, Instant at)
      throws GeneralSecurityException {
    PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(authority, null)));
    parameters.setRevocationEnabled(false);
    parameters.setDate(Date.from(at));
    CertPathValidator.getInstance("PKIX")
        .validate(
            CertificateFactory.getInstance("X.509").generateCertPath(List.of(server)), parameters);
  }
}
