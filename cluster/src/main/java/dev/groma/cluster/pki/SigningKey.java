package dev.groma.cluster.pki;

import java.security.KeyPair;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;

/**
 * A key pair that signs ServiceAccount tokens.
 *
 * @param privatePem private key in PEM
 * @param publicPem public key in PEM
 */
public record SigningKey(String privatePem, String publicPem) {

  /** A new key on P-256. */
  public static SigningKey create() {
    KeyPair pair = CertificateAuthority.newKeyPair();
    var publicKey = (ECPublicKey) pair.getPublic();
    return new SigningKey(
        Identity.keyPem((ECPrivateKey) pair.getPrivate(), publicKey),
        Identity.publicKeyPem(publicKey));
  }
}
