package dev.groma.cluster.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.cluster.ControlPlane;
import dev.groma.cluster.TestJobs;
import dev.groma.cluster.await.Await;
import dev.groma.cluster.junit.ClusterTest;
import dev.groma.cluster.junit.TestNamespace;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.authentication.TokenReviewBuilder;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ClusterTest
@ParameterizedClass
@EnumSource(Isolation.class)
class ProcessPodsTest {
  @Parameter Isolation isolation;

  private ControlPlane cluster;
  private String namespace;
  private TestJobs jobs;
  private ProcessPods pods;

  @BeforeEach
  void startNode(ControlPlane shared, TestNamespace fresh) {
    if (isolation == Isolation.MOUNTS && System.getenv("CI") == null) {
      Assumptions.assumeTrue(
          Isolation.best() == Isolation.MOUNTS, "this machine allows no mount namespaces");
    }
    cluster = shared;
    namespace = fresh.name();
    jobs = new TestJobs(cluster.client(), namespace);
    var shell = new LocalImage("shell", List.of("sh", "-c"));
    pods = ProcessPods.start(cluster, namespace, List.of(shell), isolation);
  }

  @AfterEach
  void stopNode() {
    pods.close();
  }

  @Test
  void aJobCompletesWithTheTerminationMessageOfItsProcess() {
    jobs.create(
        TestJobs.job("talks", shell("echo to the log; printf done > /dev/termination-log")));

    jobs.awaitCondition("talks", "Complete");

    Pod pod = jobs.podsOf("talks").getFirst();
    assertThat(end(pod))
        .returns(0, ContainerStateTerminated::getExitCode)
        .returns("Completed", ContainerStateTerminated::getReason)
        .returns("done", ContainerStateTerminated::getMessage);
    assertThat(pods.log(namespace, pod.getMetadata().getName(), "main")).isEqualTo("to the log\n");
  }

  @Test
  void kubectlLogsWork() {
    create(pod("prints", shell("for i in 1 2 3; do echo line $i; done; exec sleep 60")));
    Await.until("its start", () -> pods.log(namespace, "prints", "main").contains("line 3"));
    var pod = cluster.client().pods().inNamespace(namespace).withName("prints");

    assertThat(pod.getLog()).isEqualTo("line 1\nline 2\nline 3\n");
    assertThat(pod.tailingLines(2).getLog()).isEqualTo("line 2\nline 3\n");
    assertThat(pod.limitBytes(4).getLog()).isEqualTo("line");
    try (var watch = pod.watchLog()) {
      pod.delete();
      assertThat(watch.getOutput()).asString(StandardCharsets.UTF_8).endsWith("line 3\n");
    }
  }

  @Test
  void aJobFailsWithTheExitCodeOfItsProcess() {
    jobs.create(TestJobs.job("fails", shell("exit 65")));

    jobs.awaitCondition("fails", "Failed");

    assertThat(end(jobs.podsOf("fails").getFirst()).getExitCode()).isEqualTo(65);
  }

  @Test
  void aProcessSeesItsVolumesAtTheirMountPaths() {
    create(configMap("input", "walls.json", "[1,2]", "other", "unseen"));
    create(
        """
        metadata:
          name: sees
          annotations: {groma.dev/request: '{"seed":42}'}
          labels: {app: groma}
        spec:
          restartPolicy: Never
          volumes:
            - name: request
              downwardAPI:
                items:
                  - path: request.json
                    fieldRef: {fieldPath: "metadata.annotations['groma.dev/request']"}
                  - path: labels
                    fieldRef: {fieldPath: metadata.labels}
            - name: input
              configMap: {name: input, items: [{key: walls.json, path: plan/walls.json}]}
            - name: work
              emptyDir: {}
          containers:
            - name: main
              image: shell
              args:
                - |
                  cat /groma/request/request.json /groma/request/labels
                  cat /groma/input/plan/walls.json; ls /groma/input
                  echo kept > /groma/work/file && cat /groma/work/file
                  echo no > /groma/input/file || echo "read only"
              volumeMounts:
                - {name: request, mountPath: /groma/request}
                - {name: input, mountPath: /groma/input}
                - {name: work, mountPath: /groma/work}
        """);

    awaitEnd("sees");

    assertThat(pods.log(namespace, "sees", "main"))
        .startsWith("{\"seed\":42}app=\"groma\"[1,2]plan\nkept\n");
    if (isolation == Isolation.MOUNTS) {
      assertThat(pods.log(namespace, "sees", "main")).endsWith("read only\n");
    }
  }

  @Test
  void theEnvironmentIsThatOfTheContainer() {
    create(configMap("settings", "level", "7"));
    create(
        """
        metadata: {name: env}
        spec:
          restartPolicy: Never
          containers:
            - name: main
              image: shell
              args: ['echo $NAME $NODE $LEVEL $MEMORY $GREETING $OPTIONAL; env | grep -c USER=']
              resources: {limits: {memory: 3Mi}}
              env:
                - {name: NAME, valueFrom: {fieldRef: {fieldPath: metadata.name}}}
                - {name: NODE, valueFrom: {fieldRef: {fieldPath: spec.nodeName}}}
                - {name: LEVEL, valueFrom: {configMapKeyRef: {name: settings, key: level}}}
                - {name: MEMORY, valueFrom: {resourceFieldRef: {resource: limits.memory}}}
                - {name: GREETING, value: hello-$(NAME)-$(NOBODY)-$$(NAME)}
                - name: OPTIONAL
                  valueFrom: {configMapKeyRef: {name: nowhere, key: x, optional: true}}
        """);

    awaitEnd("env");

    assertThat(pods.log(namespace, "env", "main"))
        .isEqualTo("env %s 7 3145728 hello-env-$(NOBODY)-$(NAME)\n0\n".formatted(pods.nodeName()));
  }

  @Test
  void aProjectedTokenIsTheServiceAccountsAndBoundToThePod() {
    create(
        """
        metadata: {name: token}
        spec:
          restartPolicy: Never
          volumes:
            - name: token
              projected:
                sources:
                  - serviceAccountToken: {audience: groma, expirationSeconds: 600, path: token}
          containers:
            - name: main
              image: shell
              args: [cat /var/run/secrets/groma/token]
              volumeMounts: [{name: token, mountPath: /var/run/secrets/groma}]
        """);
    Pod ended = awaitEnd("token");

    var review =
        cluster
            .client()
            .tokenReviews()
            .create(
                new TokenReviewBuilder()
                    .withNewSpec()
                    .withToken(pods.log(namespace, "token", "main"))
                    .withAudiences("groma")
                    .endSpec()
                    .build());

    assertThat(review.getStatus().getAuthenticated()).isTrue();
    assertThat(review.getStatus().getAudiences()).containsExactly("groma");
    assertThat(review.getStatus().getUser().getUsername())
        .isEqualTo("system:serviceaccount:" + namespace + ":default");
    assertThat(review.getStatus().getUser().getExtra().get("authentication.kubernetes.io/pod-uid"))
        .containsExactly(ended.getMetadata().getUid());
  }

  @Test
  void aPodWaitsForItsConfigMapAndSaysSo() {
    create(
        """
        metadata: {name: waits}
        spec:
          restartPolicy: Never
          volumes: [{name: late, configMap: {name: late, items: [{key: key, path: key}]}}]
          containers:
            - name: main
              image: shell
              args: [cat /groma/late/key]
              volumeMounts: [{name: late, mountPath: /groma/late}]
        """);
    awaitWarning("FailedMount", "configmap \"late\" not found");

    create(configMap("late", "wrong", "x"));
    awaitWarning("FailedMount", "configmap references non-existent key: key");
    assertThat(phase("waits")).isEqualTo("Pending");

    cluster
        .client()
        .configMaps()
        .inNamespace(namespace)
        .withName("late")
        .edit(map -> map.edit().addToData("key", "here").build());
    awaitEnd("waits");
    assertThat(pods.log(namespace, "waits", "main")).isEqualTo("here");
  }

  @Test
  void deletionIsSeenAsSigtermAndLeavesTimeToEnd() {
    create(
        kept(
            pod(
                "polite",
                shell(
                    """
                    trap 'echo asked > /dev/termination-log; exit 143' TERM
                    echo ready; sleep 60 & wait
                    """))));
    Await.until("its start", () -> pods.log(namespace, "polite", "main").contains("ready"));

    delete("polite");

    Pod ended = awaitEnd("polite");
    assertThat(ended.getStatus().getPhase()).isEqualTo("Failed");
    assertThat(end(ended))
        .returns(143, ContainerStateTerminated::getExitCode)
        .returns("asked\n", ContainerStateTerminated::getMessage);
    release("polite");
  }

  @Test
  void whoIgnoresSigtermIsKilledAfterTheGracePeriod() {
    create(
        kept(
            pod("rude", shell("trap '' TERM; echo ready; while true; do sleep 1; done"))
                .edit()
                .editSpec()
                .withTerminationGracePeriodSeconds(1L)
                .endSpec()
                .build()));
    Await.until("its start", () -> pods.log(namespace, "rude", "main").contains("ready"));

    delete("rude");

    assertThat(end(awaitEnd("rude")).getExitCode()).isEqualTo(137);
    release("rude");
  }

  @Test
  void theTerminationMessageIsCutAndFallsBackToTheLog() {
    create(
        pod(
            "long",
            shell("printf '%5000s' x > /tmp/message; cat /tmp/message > /dev/termination-log")));
    create(
        pod(
            "fallback",
            shell("for i in $(seq 100); do echo line $i; done; exit 1")
                .edit()
                .withTerminationMessagePolicy("FallbackToLogsOnError")
                .build()));

    assertThat(end(awaitEnd("long")).getMessage()).hasSize(4096);
    assertThat(end(awaitEnd("fallback")).getMessage())
        .startsWith("line 21\n")
        .endsWith("line 100\n");
  }

  @Test
  void initContainersRunFirstAndShareVolumes() {
    create(
        """
        metadata: {name: after}
        spec:
          restartPolicy: Never
          volumes: [{name: shared, emptyDir: {}}]
          initContainers:
            - name: init
              image: shell
              args: [echo first > /shared/file]
              volumeMounts: [{name: shared, mountPath: /shared}]
          containers:
            - name: main
              image: shell
              args: [cat /shared/file]
              volumeMounts: [{name: shared, mountPath: /shared}]
        """);

    awaitEnd("after");

    assertThat(pods.log(namespace, "after", "main")).isEqualTo("first\n");
  }

  @Test
  void anImageWithoutALocalCommandCannotBePulled() {
    create(pod("typo", shell("true").edit().withImage("registry/sell:1").build()));

    awaitWarning("Failed", "no local command stands for image registry/sell:1; there are [shell]");
    assertThat(phase("typo")).isEqualTo("Pending");
  }

  @Test
  void manyPodsRunAtOnce() {
    List<String> names = IntStream.range(0, 20).mapToObj(i -> "many-" + i).toList();
    names.forEach(name -> jobs.create(TestJobs.job(name, shell("echo $HOSTNAME"))));

    names.forEach(name -> jobs.awaitCondition(name, "Complete"));
  }

  @Test
  void nothingIsLeftOfANodeThatIsClosed() {
    create(pod("runs", shell("echo $$$$; sleep 60")));
    Await.until("its start", () -> !pods.log(namespace, "runs", "main").isEmpty());
    long pid = Long.parseLong(pods.log(namespace, "runs", "main").strip());
    Path logs = pods.logFile(namespace, "runs", "main");
    assertThat(ProcessHandle.of(pid)).isPresent();

    pods.close();

    Await.until("the end of the process", () -> ProcessHandle.of(pid).isEmpty());
    assertThat(Files.exists(logs)).isFalse();
    assertThat(cluster.client().nodes().withName(pods.nodeName()).get()).isNull();
    pods = ProcessPods.start(cluster, namespace, List.of(), isolation);
  }

  private static Container shell(String script) {
    return new ContainerBuilder().withName("main").withImage("shell:1").withArgs(script).build();
  }

  private static Pod pod(String name, Container container) {
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
  private static Pod kept(Pod pod) {
    return pod.edit().editMetadata().addToFinalizers("groma.dev/test").endMetadata().build();
  }

  private void release(String pod) {
    cluster
        .client()
        .pods()
        .inNamespace(namespace)
        .withName(pod)
        .patch(PatchContext.of(PatchType.JSON_MERGE), "{\"metadata\":{\"finalizers\":null}}");
    Await.until(
        "its removal",
        () -> cluster.client().pods().inNamespace(namespace).withName(pod).get() == null);
  }

  private static ConfigMap configMap(String name, String... entries) {
    var map = new ConfigMapBuilder().withNewMetadata().withName(name).endMetadata();
    for (int i = 0; i < entries.length; i += 2) {
      map.addToData(entries[i], entries[i + 1]);
    }
    return map.build();
  }

  private void create(ConfigMap map) {
    cluster.client().configMaps().inNamespace(namespace).resource(map).create();
  }

  private void create(String pod) {
    create(cluster.client().getKubernetesSerialization().unmarshal(pod, Pod.class));
  }

  private void create(Pod pod) {
    cluster.client().pods().inNamespace(namespace).resource(pod).create();
  }

  private void delete(String pod) {
    cluster.client().pods().inNamespace(namespace).withName(pod).delete();
  }

  private String phase(String pod) {
    return cluster
        .client()
        .pods()
        .inNamespace(namespace)
        .withName(pod)
        .get()
        .getStatus()
        .getPhase();
  }

  private Pod awaitEnd(String pod) {
    return cluster
        .client()
        .pods()
        .inNamespace(namespace)
        .withName(pod)
        .waitUntilCondition(
            seen ->
                seen != null
                    && List.of("Succeeded", "Failed").contains(seen.getStatus().getPhase()),
            Await.LIMIT.toSeconds(),
            TimeUnit.SECONDS);
  }

  private void awaitWarning(String reason, String text) {
    Await.value(
        reason + ": " + text,
        Await.LIMIT,
        () ->
            cluster.client().v1().events().inNamespace(namespace).list().getItems().stream()
                .filter(event -> event.getReason().equals(reason))
                .map(Event::getMessage)
                .toList(),
        messages -> messages.stream().anyMatch(message -> message.contains(text)));
  }

  private static ContainerStateTerminated end(Pod pod) {
    return pod.getStatus().getContainerStatuses().getFirst().getState().getTerminated();
  }
}
