package dev.groma.operator.report;

import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.cluster.await.Await;
import dev.groma.cluster.node.PodTokens;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.authentication.TokenRequestBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.Map;

/** LayoutJobs of a namespace whose attempts the test makes itself, as the operator would. */
final class Attempts {

  private static final long TOKEN_SECONDS = 3600;

  private final KubernetesClient admin;
  private final String namespace;

  Attempts(KubernetesClient admin, String namespace) {
    this.admin = admin;
    this.namespace = namespace;
  }

  /** A LayoutJob of which nothing is known yet. */
  LayoutJob layoutJob(String name) {
    LayoutJob job =
        admin
            .getKubernetesSerialization()
            .unmarshal(
                """
                spec:
                  roomDetection:
                    walls:
                      inline: '{"walls": []}'
                """,
                LayoutJob.class);
    job.setMetadata(new ObjectMetaBuilder().withName(name).withNamespace(namespace).build());
    return admin.resource(job).create();
  }

  LayoutJob get(String name) {
    return admin.resources(LayoutJob.class).inNamespace(namespace).withName(name).require();
  }

  /** The Pod of an attempt's Job, once the controller has made it. */
  Pod start(LayoutJob owner, int attempt) {
    Job job = admin.resource(job(owner, attempt)).create();
    return Await.value(
            "the Pod of attempt " + attempt,
            Await.LIMIT,
            () ->
                admin
                    .pods()
                    .inNamespace(namespace)
                    .withLabel("job-name", job.getMetadata().getName())
                    .list()
                    .getItems(),
            pods -> !pods.isEmpty())
        .getFirst();
  }

  private Job job(LayoutJob owner, int attempt) {
    return new JobBuilder()
        .withNewMetadata()
        .withName(owner.getMetadata().getName() + "-" + attempt)
        .withNamespace(namespace)
        .withLabels(labels(owner, attempt))
        .addToAnnotations("groma.dev/layoutjob", owner.getMetadata().getName())
        .addNewOwnerReference()
        .withApiVersion(LayoutJob.API_VERSION)
        .withKind(LayoutJob.KIND)
        .withName(owner.getMetadata().getName())
        .withUid(owner.getMetadata().getUid())
        .withController(true)
        .endOwnerReference()
        .endMetadata()
        .withNewSpec()
        .withBackoffLimit(0)
        .withNewTemplate()
        .withNewMetadata()
        .withLabels(labels(owner, attempt))
        .addToAnnotations("groma.dev/layoutjob", owner.getMetadata().getName())
        .endMetadata()
        .withSpec(pod())
        .endTemplate()
        .endSpec()
        .build();
  }

  static Map<String, String> labels(LayoutJob owner, int attempt) {
    return Map.of(
        "groma.dev/layoutjob-uid",
        owner.getMetadata().getUid(),
        "groma.dev/attempt",
        Integer.toString(attempt));
  }

  private static PodSpec pod() {
    return new PodSpecBuilder()
        .withRestartPolicy("Never")
        .withAutomountServiceAccountToken(false)
        .addNewContainer()
        .withName("runner")
        .withImage("registry.example/groma-runner:1")
        .endContainer()
        .build();
  }

  /** A Pod that nobody controls. */
  Pod strayPod(String name, Map<String, String> labels) {
    return admin
        .resource(
            new PodBuilder()
                .withMetadata(
                    new ObjectMetaBuilder()
                        .withName(name)
                        .withNamespace(namespace)
                        .withLabels(labels)
                        .build())
                .withSpec(pod())
                .build())
        .create();
  }

  /** What the main writer records. */
  void record(LayoutJob job, String phase, int attempts) {
    admin
        .resources(LayoutJob.class)
        .inNamespace(namespace)
        .withName(job.getMetadata().getName())
        .subresource("status")
        .patch(
            new PatchContext.Builder()
                .withPatchType(PatchType.JSON_MERGE)
                .withFieldManager("groma-operator")
                .build(),
            "{\"status\": {\"phase\": \"%s\", \"attempts\": %d}}".formatted(phase, attempts));
  }

  /** A token as the kubelet projects it into a Pod. */
  String token(Pod pod) {
    return token(pod, "groma-report");
  }

  /** The same for another audience. */
  String token(Pod pod, String audience) {
    return PodTokens.issue(admin, pod, audience, TOKEN_SECONDS);
  }

  /** A token of the same ServiceAccount that is bound to no Pod. */
  String unboundToken() {
    return admin
        .serviceAccounts()
        .inNamespace(namespace)
        .withName("default")
        .tokenRequest(
            new TokenRequestBuilder()
                .withNewSpec()
                .withAudiences("groma-report")
                .withExpirationSeconds(TOKEN_SECONDS)
                .endSpec()
                .build())
        .getStatus()
        .getToken();
  }
}
