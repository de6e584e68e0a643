package dev.groma.operator.report.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * Files in PEM that someone else keeps fresh, such as cert-manager's Secret as a volume.
 *
 * @param certificate of the server, with those between it and the authority
 * @param key of the server
 * @param authority certificates that runners are to trust
 */
public record CertificateFiles(Path certificate, Path key, Path authority)
    implements CertificateSource {

  @Override
  public ServerCertificate at(Instant now) {
    return new ServerCertificate(
        read("certificate", certificate, "-----BEGIN CERTIFICATE-----"),
        read("key", key, "PRIVATE KEY-----"),
        read("ca", authority, "-----BEGIN CERTIFICATE-----"),
        Instant.MAX);
  }

  private static String read(String setting, Path file, String mark) {
    try {
      String text = Files.readString(file);
      if (text.contains(mark)) {
        return text;
      }
      throw new IllegalStateException(
          "groma.report.%s: %s holds no PEM of that kind".formatted(setting, file));
    } catch (IOException e) {
      throw new IllegalStateException(
          "groma.report.%s: cannot read %s".formatted(setting, file), e);
    }
  }
}
