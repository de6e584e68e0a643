package dev.groma.kubernetes;

import io.fabric8.kubernetes.api.model.DeleteOptionsBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import org.jspecify.annotations.Nullable;

/**
 * The deletion of one object and no namesake. The client's own way has no precondition on the UID.
 *
 * @param path of the object at the API server
 * @param uid that it must have
 * @param resourceVersion that it must have; null for any
 * @param propagation Foreground or Background
 */
public record Deletion(
    String path, String uid, @Nullable String resourceVersion, String propagation) {

  /** Of a Job, which stays in sight until its Pods are gone. */
  public static Deletion ofJob(String namespace, String name, String uid) {
    return new Deletion(
        "/apis/batch/v1/namespaces/%s/jobs/%s".formatted(namespace, name), uid, null, "Foreground");
  }

  /** Of a LayoutJob that nobody has changed. */
  public static Deletion ofLayoutJob(
      String namespace, String name, String uid, @Nullable String resourceVersion) {
    return new Deletion(
        "/apis/groma.dev/v1alpha1/namespaces/%s/layoutjobs/%s".formatted(namespace, name),
        uid,
        resourceVersion,
        "Background");
  }

  /** Asks for it. An object that is gone, or is another one by now, is left alone. */
  public void send(KubernetesClient client) {
    try {
      client.raw(
          path,
          "DELETE",
          new DeleteOptionsBuilder()
              .withNewPreconditions(resourceVersion, uid)
              .withPropagationPolicy(propagation)
              .build());
    } catch (KubernetesClientException e) {
      if (e.getCode() != HttpURLConnection.HTTP_NOT_FOUND
          && e.getCode() != HttpURLConnection.HTTP_CONFLICT) {
        throw e;
      }
    }
  }
}
