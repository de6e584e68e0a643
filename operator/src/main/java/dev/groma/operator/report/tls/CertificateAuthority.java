package dev.groma.operator.report.tls;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.IPAddress;

/**
 * An authority for the one server of the report endpoint, ECDSA on P-256.
 *
 * @param key private key
 * @param certificate signed by itself
 */
public record CertificateAuthority(PrivateKey key, X509Certificate certificate) {

  /** How long an authority is good: its end breaks the runners that know no other. Chosen. */
  static final Duration AUTHORITY_LIFE = Duration.ofDays(3650);

  /** An authority with less than this left is replaced. Chosen: a year of restarts. */
  private static final Duration AUTHORITY_REST = Duration.ofDays(365);

  /** How long a server certificate is good: as cert-manager's default. */
  private static final Duration SERVER_LIFE = Duration.ofDays(90);

  private static final Duration SERVER_REST = SERVER_LIFE.dividedBy(3);

  /** Clocks differ. */
  private static final Duration SKEW = Duration.ofHours(1);

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int SERIAL_BITS = 120;

  /** A new one. */
  public static CertificateAuthority create(Instant now) {
    KeyPair keys = newKeyPair();
    X500Name name = new X500Name("CN=groma-report-ca");
    var builder =
        new JcaX509v3CertificateBuilder(
            name,
            new BigInteger(SERIAL_BITS, RANDOM),
            Date.from(now.minus(SKEW)),
            Date.from(now.plus(AUTHORITY_LIFE)),
            name,
            keys.getPublic());
    return new CertificateAuthority(
        keys.getPrivate(),
        sign(
            builder,
            keys.getPrivate(),
            () -> {
              builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
              builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign));
              builder.addExtension(
                  Extension.subjectKeyIdentifier,
                  false,
                  new JcaX509ExtensionUtils().createSubjectKeyIdentifier(keys.getPublic()));
            }));
  }

  /** Whether it is time for another. */
  boolean nearItsEnd(Instant now) {
    return certificate.getNotAfter().toInstant().isBefore(now.plus(AUTHORITY_REST));
  }

  /**
   * A certificate for a server.
   *
   * @param host name or IP address, without brackets
   */
  ServerCertificate issue(String host, Instant now) {
    KeyPair keys = newKeyPair();
    Instant end = now.plus(SERVER_LIFE);
    var builder =
        new JcaX509v3CertificateBuilder(
            certificate,
            new BigInteger(SERIAL_BITS, RANDOM),
            Date.from(now.minus(SKEW)),
            Date.from(end),
            new X500Name("CN=groma-report"),
            keys.getPublic());
    X509Certificate issued =
        sign(
            builder,
            key,
            () -> {
              builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
              builder.addExtension(
                  Extension.extendedKeyUsage,
                  false,
                  new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
              builder.addExtension(
                  Extension.subjectAlternativeName, false, new GeneralNames(name(host)));
              builder.addExtension(
                  Extension.authorityKeyIdentifier,
                  false,
                  new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(certificate));
            });
    return new ServerCertificate(
        Pem.of(issued), Pem.of(keys.getPrivate()), Pem.of(certificate), end.minus(SERVER_REST));
  }

  private static GeneralName name(String host) {
    return IPAddress.isValid(host)
        ? new GeneralName(GeneralName.iPAddress, host)
        : new GeneralName(GeneralName.dNSName, host);
  }

  @FunctionalInterface
  private interface Extensions {
    void add() throws IOException, GeneralSecurityException;
  }

  private static X509Certificate sign(
      JcaX509v3CertificateBuilder builder, PrivateKey key, Extensions extensions) {
    try {
      extensions.add();
      return new JcaX509CertificateConverter()
          .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key)));
    } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
      throw new IllegalStateException("cannot make a certificate", e);
    }
  }

  private static KeyPair newKeyPair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"), RANDOM);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no P-256", e);
    }
  }
}
