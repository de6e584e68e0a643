package dev.groma.cluster.local;

import dev.groma.cluster.ControlPlane;
import dev.groma.cluster.TestJobs;
import dev.groma.cluster.await.Await;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.PodResource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * A node that plays the Pods of a namespace as processes, with one image: a shell.
 *
 * @param pods that it plays
 */
record ShellNode(ControlPlane cluster, String namespace, Isolation isolation, ProcessPods pods)
    implements AutoCloseable {

  /** Starts one; outside of CI, a test is skipped that needs more than the machine allows. */
  static ShellNode start(ControlPlane cluster, String namespace, Isolation isolation) {
    if (isolation == Isolation.MOUNTS && System.getenv("CI") == null) {
      Assumptions.assumeTrue(
          Isolation.best() == Isolation.MOUNTS, "this machine allows no mount namespaces");
    }
    var shell = new LocalImage("shell", List.of("sh", "-c"));
    return new ShellNode(
        cluster,
        namespace,
        isolation,
        ProcessPods.start(cluster, namespace, List.of(shell), isolation));
  }

  /** Another one after this. */
  ShellNode again() {
    return start(cluster, namespace, isolation);
  }

  static Container shell(String script) {
    return new ContainerBuilder().withName("main").withImage("shell:1").withArgs(script).build();
  }

  static Pod pod(String name, Container container) {
    return new PodBuilder()
        .withNewMetadata()
        .withName(name)
        .endMetadata()
        .withNewSpec()
        .withRestartPolicy("Never")
        .withContainers(container)
        .endSpec()
        .build();
  }

  /** With a finalizer, so that its last state can be looked at. */
  static Pod kept(Pod pod) {
    return pod.edit().editMetadata().addToFinalizers("groma.dev/test").endMetadata().build();
  }

  static ConfigMap configMap(String name, String... entries) {
    var map = new ConfigMapBuilder().withNewMetadata().withName(name).endMetadata();
    for (int i = 0; i < entries.length; i += 2) {
      map.addToData(entries[i], entries[i + 1]);
    }
    return map.build();
  }

  static ContainerStateTerminated end(Pod pod) {
    return pod.getStatus().getContainerStatuses().getFirst().getState().getTerminated();
  }

  KubernetesClient client() {
    return cluster.client();
  }

  TestJobs jobs() {
    return new TestJobs(client(), namespace);
  }

  PodResource pod(String name) {
    return client().pods().inNamespace(namespace).withName(name);
  }

  /** What the main container of a Pod has printed. */
  String log(String pod) {
    return pods.log(namespace, pod, "main");
  }

  void release(String pod) {
    pod(pod).patch(PatchContext.of(PatchType.JSON_MERGE), "{\"metadata\":{\"finalizers\":null}}");
    Await.until("its removal", () -> pod(pod).get() == null);
  }

  void create(ConfigMap map) {
    client().configMaps().inNamespace(namespace).resource(map).create();
  }

  void create(String pod) {
    create(client().getKubernetesSerialization().unmarshal(pod, Pod.class));
  }

  void create(Pod pod) {
    client().pods().inNamespace(namespace).resource(pod).create();
  }

  void delete(String pod) {
    pod(pod).delete();
  }

  String phase(String pod) {
    return pod(pod).get().getStatus().getPhase();
  }

  Pod awaitEnd(String pod) {
    return pod(pod)
        .waitUntilCondition(
            seen ->
                seen != null
                    && List.of("Succeeded", "Failed").contains(seen.getStatus().getPhase()),
            Await.LIMIT.toSeconds(),
            TimeUnit.SECONDS);
  }

  void awaitWarning(String reason, String text) {
    Await.value(
        reason + ": " + text,
        Await.LIMIT,
        () ->
            client().v1().events().inNamespace(namespace).list().getItems().stream()
                .filter(event -> event.getReason().equals(reason))
                .map(Event::getMessage)
                .toList(),
        messages -> messages.stream().anyMatch(message -> message.contains(text)));
  }

  @Override
  public void close() {
    pods.close();
  }
}
