package dev.groma.kubernetes;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who holds a Lease, as {@code kubectl get lease} shows it. */
public final class LeaseHolder {

  private LeaseHolder() {}

  /**
   * A new identity of this process.
   *
   * @param lease name of the Lease, which stands for the host where that has no name
   */
  public static String ofThisProcess(String lease) {
    return of(System.getenv("HOSTNAME"), lease);
  }

  /** Two processes of one host name are two holders all the same. */
  static String of(@Nullable String host, String lease) {
    return Objects.requireNonNullElse(host, lease) + "_" + UUID.randomUUID();
  }
}
