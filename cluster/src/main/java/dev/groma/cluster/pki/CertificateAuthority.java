package dev.groma.cluster.pki;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate authority that lives in memory, for one control plane. */
public final class CertificateAuthority {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Identity self;
  private final X500Name name;

  private CertificateAuthority(Identity self, X500Name name) {
    this.self = self;
    this.name = name;
  }

  /** A new authority that calls itself {@code commonName}. */
  public static CertificateAuthority create(String commonName) {
    KeyPair keys = newKeyPair();
    X500Name name = new X500NameBuilder().addRDN(BCStyle.CN, commonName).build();
    X509Certificate certificate =
        sign(
            name,
            keys.getPrivate(),
            name,
            keys.getPublic(),
            builder -> {
              builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
              builder.addExtension(
                  Extension.keyUsage,
                  true,
                  new KeyUsage(KeyUsage.keyCertSign | KeyUsage.digitalSignature));
            });
    return new CertificateAuthority(
        new Identity((ECPrivateKey) keys.getPrivate(), certificate), name);
  }

  /** The authority's own certificate and key. */
  public Identity self() {
    return self;
  }

  /**
   * Issues a certificate for a server on this machine that is also a client of itself (as etcd is).
   *
   * @param commonName subject
   * @param dnsNames names it is reached by, beside {@code localhost} and 127.0.0.1
   * @param addresses further IP addresses
   */
  public Identity issueServer(String commonName, List<String> dnsNames, List<String> addresses) {
    var names = new java.util.ArrayList<GeneralName>();
    names.add(new GeneralName(GeneralName.dNSName, "localhost"));
    names.add(new GeneralName(GeneralName.iPAddress, "127.0.0.1"));
    dnsNames.forEach(dns -> names.add(new GeneralName(GeneralName.dNSName, dns)));
    addresses.forEach(address -> names.add(new GeneralName(GeneralName.iPAddress, address)));
    X500Name subject = new X500NameBuilder().addRDN(BCStyle.CN, commonName).build();
    return issue(
        subject,
        builder -> {
          builder.addExtension(
              Extension.extendedKeyUsage,
              false,
              new ExtendedKeyUsage(
                  new KeyPurposeId[] {
                    KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth
                  }));
          builder.addExtension(
              Extension.subjectAlternativeName,
              false,
              new GeneralNames(names.toArray(GeneralName[]::new)));
        });
  }

  /**
   * Issues a client certificate as Kubernetes reads it: the common name is the user, each
   * organisation a group.
   */
  public Identity issueClient(String user, List<String> groups) {
    var subject = new X500NameBuilder().addRDN(BCStyle.CN, user);
    groups.forEach(group -> subject.addRDN(BCStyle.O, group));
    return issue(
        subject.build(),
        builder ->
            builder.addExtension(
                Extension.extendedKeyUsage,
                false,
                new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth)));
  }

  private Identity issue(X500Name subject, Extensions extensions) {
    KeyPair keys = newKeyPair();
    return new Identity(
        (ECPrivateKey) keys.getPrivate(),
        sign(name, self.key(), subject, keys.getPublic(), extensions));
  }

  @FunctionalInterface
  private interface Extensions {
    void addTo(JcaX509v3CertificateBuilder builder) throws IOException;
  }

  private static X509Certificate sign(
      X500Name issuer, PrivateKey key, X500Name subject, PublicKey subjectKey, Extensions more) {
    Instant now = Instant.now();
    var builder =
        new JcaX509v3CertificateBuilder(
            issuer,
            new BigInteger(120, RANDOM),
            Date.from(now.minus(Duration.ofHours(1))),
            Date.from(now.plus(Duration.ofDays(365))),
            subject,
            subjectKey);
    try {
      more.addTo(builder);
      return new JcaX509CertificateConverter()
          .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key)));
    } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
      throw new IllegalStateException("cannot make the certificate of " + subject, e);
    }
  }

  static KeyPair newKeyPair() {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"), RANDOM);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no P-256", e);
    }
  }
}
