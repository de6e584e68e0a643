package dev.groma.operator.report;

import dev.groma.operator.OperatorConfig;
import dev.groma.operator.report.tls.CertificateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the operator's settings say about the report endpoint, checked.
 *
 * @param listen address to listen on
 * @param port to listen on, 0 for any that is free
 * @param url that runners are given; empty: made of the Service's name, or of this machine's
 *     address
 * @param files of the certificate; empty: one of our own
 * @param namespace the operator's own; empty outside a cluster
 * @param uploads bodies with artifacts at the same time, at least 1
 */
public record ReportSettings(
    String listen,
    int port,
    Optional<URI> url,
    Optional<CertificateFiles> files,
    Optional<String> namespace,
    int uploads) {

  /** Where a Pod finds the name of its namespace. */
  public static final Path NAMESPACE_FILE =
      Path.of("/var/run/secrets/kubernetes.io/serviceaccount/namespace");

  /** Name of the Service that leads to all replicas. */
  private static final String SERVICE = "groma-report";

  private static final String LOOPBACK = "127.0.0.1";
  private static final int MAX_PORT = 65_535;

  /** Checks what cannot be checked later. */
  public ReportSettings {
    if (port < 0 || port > MAX_PORT) {
      throw new IllegalArgumentException("groma.report.port must be 0 to 65535, was " + port);
    }
    if (uploads < 1) {
      throw new IllegalArgumentException(
          "groma.report.concurrent-uploads must be at least 1, was " + uploads);
    }
    url.ifPresent(ReportSettings::checkUrl);
  }

  /**
   * Reads the settings.
   *
   * @param namespaceFile see {@link #NAMESPACE_FILE}
   * @throws IllegalArgumentException when one makes no sense; the message names it
   */
  public static ReportSettings of(OperatorConfig.Report config, Path namespaceFile) {
    Optional<String> namespace = config.namespace().or(() -> read(namespaceFile));
    return new ReportSettings(
        config.host().orElse(namespace.isPresent() ? "0.0.0.0" : LOOPBACK),
        config.port(),
        config.url(),
        files(config),
        namespace,
        config.concurrentUploads());
  }

  /** The host that runners know the endpoint by: a name or an IP address, without brackets. */
  public String publicHost() {
    return url.map(URI::getHost)
        .map(host -> host.replace("[", "").replace("]", ""))
        .or(() -> namespace.map(it -> SERVICE + "." + it + ".svc"))
        .orElse(LOOPBACK);
  }

  /**
   * The URL that runners are given, without a slash at its end.
   *
   * @param listening the port that is really listened on
   */
  public String publicUrl(int listening) {
    return url.map(it -> it.toString().replaceAll("/+$", ""))
        .orElseGet(() -> "https://%s:%d".formatted(publicHost(), listening));
  }

  private static void checkUrl(URI url) {
    if (!"https".equals(url.getScheme()) || url.getHost() == null || url.getQuery() != null) {
      throw new IllegalArgumentException(
          "groma.report.url must be like https://groma-report.groma-system.svc:8443, was " + url);
    }
  }

  private static Optional<CertificateFiles> files(OperatorConfig.Report config) {
    long named =
        Stream.of(config.certificate(), config.key(), config.ca())
            .filter(Optional::isPresent)
            .count();
    if (named == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new CertificateFiles(
            required("certificate", config.certificate()),
            required("key", config.key()),
            required("ca", config.ca())));
  }

  private static Path required(String setting, Optional<Path> file) {
    return file.orElseThrow(() ->
        new IllegalArgumentException(
            "groma.report.%s is missing: certificate, key and ca go together".formatted(setting)));
  }

  private static Optional<String> read(Path file) {
    try {
      return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
