/**
 * Certificates of a throw-away control plane: a certificate authority, and the identities it
 * issues.
 *
 * <p>Everything is ECDSA on P-256, valid from an hour ago (clocks differ) for a year. Keys are
 * written as SEC 1 ({@code EC PRIVATE KEY}) with the curve named, the one form that Go and the
 * fabric8 client both read.
 *
 * <p>Entry class: {@link dev.groma.cluster.pki.CertificateAuthority}.
 */
@NullMarked
package dev.groma.cluster.pki;

import org.jspecify.annotations.NullMarked;
