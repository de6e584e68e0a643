package dev.groma.bridge.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Names and versions of ConfigMaps, without their data: the client's own way to list would fetch
 * megabytes to find that nothing has changed.
 *
 * @param selector of their labels
 */
record Versions(KubernetesClient client, String namespace, String selector) {

  private static final String METADATA_ONLY =
      "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1";

  private static final long TIMEOUT_SECONDS = 10;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The resourceVersion of each, by name, as of now or later. */
  Map<String, String> list() {
    URI uri =
        client
            .getMasterUrl()
            .toString()
            .transform(server ->
                URI.create(
                    "%s/api/v1/namespaces/%s/configmaps?labelSelector=%s"
                        .formatted(
                            server.replaceAll("/+$", ""),
                            namespace,
                            URLEncoder.encode(selector, StandardCharsets.UTF_8))));
    try {
      HttpResponse<String> answer =
          client
              .getHttpClient()
              .sendAsync(
                  client
                      .getHttpClient()
                      .newHttpRequestBuilder()
                      .uri(uri)
                      .header("Accept", METADATA_ONLY)
                      .build(),
                  String.class)
              .get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
      if (answer.code() != HttpURLConnection.HTTP_OK) {
        throw new KubernetesClientException(
            "the ledger cannot be listed: " + answer.body(), answer.code(), null);
      }
      return versions(JSON.readTree(answer.body()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KubernetesClientException("interrupted", e);
    } catch (ExecutionException | TimeoutException | JsonProcessingException e) {
      throw new KubernetesClientException("the ledger cannot be listed: " + e.getMessage(), e);
    }
  }

  private static Map<String, String> versions(JsonNode list) {
    Map<String, String> versions = new HashMap<>();
    for (JsonNode item : list.path("items")) {
      JsonNode metadata = item.path("metadata");
      versions.put(metadata.path("name").asText(), metadata.path("resourceVersion").asText());
    }
    return versions;
  }
}
