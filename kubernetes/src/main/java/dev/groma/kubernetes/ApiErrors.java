package dev.groma.kubernetes;

import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.client.KubernetesClientException;

/** What the API server says when it does not do as it was asked. */
public final class ApiErrors {

  private ApiErrors() {}

  /** Its own words, or the client's where there was no answer. */
  public static String words(KubernetesClientException e) {
    Status status = e.getStatus();
    return status == null || status.getMessage() == null
        ? String.valueOf(e.getMessage())
        : status.getMessage();
  }
}
