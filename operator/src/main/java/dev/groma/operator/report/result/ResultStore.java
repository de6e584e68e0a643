package dev.groma.operator.report.result;

import dev.groma.api.runner.ArtifactReceipt;
import dev.groma.api.runner.ArtifactReport;
import dev.groma.kubernetes.ApiErrors;
import dev.groma.operator.report.admission.AttemptPath;
import dev.groma.operator.report.answer.Answer;
import dev.groma.operator.report.answer.Refusal;
import dev.groma.operator.report.answer.RefusedException;
import dev.groma.operator.telemetry.OperatorMetrics;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.util.List;

/**
 * Stores the artifacts of an attempt in a ConfigMap of its own. What is there is never changed: a
 * repeat is recognised, anything else refused.
 */
public final class ResultStore {

  private static final int UNPROCESSABLE = 422;

  private final KubernetesClient client;
  private final OperatorMetrics metrics;

  /** Stores with this client, and counts it. */
  public ResultStore(KubernetesClient client, OperatorMetrics metrics) {
    this.client = client;
    this.metrics = metrics;
  }

  /**
   * Stores the artifacts, or finds that this has been done.
   *
   * @throws RefusedException when they are too large, not what they are said to be, or cannot be
   *     stored
   */
  public Answer store(AttemptPath path, ArtifactReport report) {
    List<VerifiedArtifact> artifacts = VerifiedArtifact.of(report);
    for (String name : ResultConfigMap.names(path)) {
      ConfigMap wanted = ResultConfigMap.of(name, path, artifacts);
      ArtifactReceipt receipt = receipt(name, path, artifacts);
      if (create(wanted)) {
        return Answer.artifacts(receipt, true);
      }
      ConfigMap found = read(wanted);
      if (ResultConfigMap.isOf(found, path)) {
        return repeated(receipt, wanted, found);
      }
    }
    throw new RefusedException(
        Refusal.NameTaken,
        "the ConfigMaps %s exist and are not of this attempt; delete one of them"
            .formatted(ResultConfigMap.names(path)));
  }

  private static Answer repeated(ArtifactReceipt receipt, ConfigMap wanted, ConfigMap found) {
    if (ResultConfigMap.isSame(wanted, found)) {
      return Answer.artifacts(receipt, false);
    }
    throw new RefusedException(
        Refusal.OtherResult,
        "ConfigMap %s of this attempt holds other artifacts".formatted(receipt.configMap()));
  }

  /** Whether it was not there before. */
  private boolean create(ConfigMap wanted) {
    try {
      metrics.write("result", () -> client.resource(wanted).create());
      return true;
    } catch (KubernetesClientException e) {
      if (e.getCode() == HttpURLConnection.HTTP_CONFLICT) {
        return false;
      }
      throw refused(e);
    }
  }

  private ConfigMap read(ConfigMap wanted) {
    metrics.lookedCloser();
    try {
      ConfigMap found = client.resource(wanted).get();
      if (found != null) {
        return found;
      }
    } catch (KubernetesClientException e) {
      throw refused(e);
    }
    throw new RefusedException(
        Refusal.Unavailable,
        "ConfigMap %s has just been deleted".formatted(wanted.getMetadata().getName()));
  }

  private static RefusedException refused(KubernetesClientException e) {
    Refusal refusal =
        switch (e.getCode()) {
          case HttpURLConnection.HTTP_BAD_REQUEST, UNPROCESSABLE -> Refusal.StoreRefused;
          case HttpURLConnection.HTTP_ENTITY_TOO_LARGE -> Refusal.ResultTooLarge;
          // A quota, a policy, a right that is missing, a fault: that can change.
          default -> Refusal.Unavailable;
        };
    return new RefusedException(
        refusal, "the API server does not take the ConfigMap: " + ApiErrors.words(e), e);
  }

  private static ArtifactReceipt receipt(
      String name, AttemptPath path, List<VerifiedArtifact> artifacts) {
    return new ArtifactReceipt(
        name,
        artifacts.stream()
            .map(artifact ->
                new ArtifactReceipt.Stored(
                    artifact.name(),
                    "configmap://%s/%s/%s".formatted(path.namespace(), name, artifact.name())))
            .toList());
  }
}
