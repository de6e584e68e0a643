package dev.groma.cluster.pki;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;

/**
 * A private key and the certificate that vouches for it.
 *
 * @param key private key on P-256
 * @param certificate certificate of the matching public key
 */
public record Identity(ECPrivateKey key, X509Certificate certificate) {

  /** The certificate in PEM. */
  public String certificatePem() {
    try {
      return pem("CERTIFICATE", certificate.getEncoded());
    } catch (java.security.cert.CertificateEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The private key in PEM, SEC 1 with the curve named. */
  public String keyPem() {
    return keyPem(key, (ECPublicKey) certificate.getPublicKey());
  }

  static String keyPem(ECPrivateKey key, ECPublicKey publicKey) {
    ASN1Primitive point =
        SubjectPublicKeyInfo.getInstance(publicKey.getEncoded())
            .getPublicKeyData()
            .toASN1Primitive();
    var sec1 =
        new org.bouncycastle.asn1.sec.ECPrivateKey(
            256, key.getS(), (DERBitString) point, SECObjectIdentifiers.secp256r1);
    try {
      return pem("EC PRIVATE KEY", sec1.getEncoded());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String publicKeyPem(PublicKey key) {
    return pem("PUBLIC KEY", key.getEncoded());
  }

  static String pem(String type, byte[] content) {
    var text = new StringWriter();
    try (var writer = new PemWriter(text)) {
      writer.writeObject(new PemObject(type, content));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
