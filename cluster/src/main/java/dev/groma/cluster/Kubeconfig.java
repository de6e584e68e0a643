package dev.groma.cluster;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Locale;

/**
 * A kubeconfig file: the address of the API server and the credentials of one user.
 *
 * @param path the file, readable by this user alone, as {@code kubectl --kubeconfig} takes it
 */
public record Kubeconfig(Path path) {

  /** The settings of a fabric8 client for this user; every call gives a new object. */
  public Config config() {
    Config config = Config.fromKubeconfig(path.toFile());
    // A control plane that shares two cores with a thousand Pods may take its time.
    config.setRequestTimeout(60_000);
    config.setConnectionTimeout(60_000);
    return config;
  }

  /**
   * A new client for this user; the caller closes it.
   *
   * @param userAgent how the audit log calls it
   */
  public KubernetesClient newClient(String userAgent) {
    Config config = config();
    config.setUserAgent(userAgent);
    return new KubernetesClientBuilder().withConfig(config).build();
  }

  /**
   * The same user at another address, in a file beside this one.
   *
   * @param server for example {@code https://127.0.0.1:7443}
   */
  public Kubeconfig at(String server) {
    try {
      Path copy = Files.createTempFile(path.toAbsolutePath().getParent(), "copy-", ".kubeconfig");
      String text = Files.readString(path);
      Files.writeString(copy, text.replaceAll("(?m)^(\\s*server:) .*$", "$1 " + server));
      return new Kubeconfig(copy);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Kubeconfig write(Path file, String server, String caPem, String userFields) {
    String text =
        """
        apiVersion: v1
        kind: Config
        clusters:
          - name: groma
            cluster:
              server: %s
              certificate-authority-data: %s
        users:
          - name: groma
            user:
              %s
        contexts:
          - name: groma
            context:
              cluster: groma
              user: groma
        current-context: groma
        """
            .formatted(server, base64(caPem), userFields.strip().replace("\n", "\n      "));
    try {
      if (!Files.exists(file)) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Kubeconfig(file);
  }

  static String certificateFields(String certificatePem, String keyPem) {
    return "client-certificate-data: %s%nclient-key-data: %s"
        .formatted(base64(certificatePem), base64(keyPem));
  }

  static String tokenFields(String token) {
    return "token: " + token;
  }

  /** A file name that says whose kubeconfig it is. */
  static String fileName(String user) {
    return user.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-") + ".kubeconfig";
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
