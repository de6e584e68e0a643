package dev.groma.cluster.scripted;

import static dev.groma.cluster.TestJobs.job;
import static dev.groma.cluster.scripted.PodMatchers.any;
import static dev.groma.cluster.scripted.PodMatchers.ofJob;
import static dev.groma.cluster.scripted.Steps.drain;
import static dev.groma.cluster.scripted.Steps.evict;
import static dev.groma.cluster.scripted.Steps.exit;
import static dev.groma.cluster.scripted.Steps.ignoreDeletion;
import static dev.groma.cluster.scripted.Steps.imagePullBackOff;
import static dev.groma.cluster.scripted.Steps.loseNode;
import static dev.groma.cluster.scripted.Steps.nodeRemoved;
import static dev.groma.cluster.scripted.Steps.outOfMemory;
import static dev.groma.cluster.scripted.Steps.run;
import static dev.groma.cluster.scripted.Steps.succeed;
import static dev.groma.cluster.scripted.Steps.unschedulable;
import static dev.groma.cluster.scripted.Steps.vanish;
import static dev.groma.cluster.scripted.Steps.volumeMissing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.cluster.ControlPlane;
import dev.groma.cluster.TestJobs;
import dev.groma.cluster.await.Await;
import dev.groma.cluster.junit.ClusterTest;
import dev.groma.cluster.junit.TestNamespace;
import io.fabric8.kubernetes.api.model.BindingBuilder;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ClusterTest
class ScriptedPodsTest {
  private ControlPlane cluster;
  private String namespace;
  private TestJobs jobs;
  private ScriptedPods pods;

  @BeforeEach
  void startNode(ControlPlane shared, TestNamespace fresh) {
    cluster = shared;
    namespace = fresh.name();
    jobs = new TestJobs(cluster.client(), namespace);
    pods = ScriptedPods.start(cluster, namespace);
  }

  @AfterEach
  void stopNode() {
    pods.close();
  }

  @Test
  void aPodWithoutAScriptRunsAndSucceeds() {
    jobs.create(job("plain"));

    jobs.awaitCondition("plain", "Complete");

    Pod pod = jobs.podsOf("plain").getFirst();
    assertThat(pod.getSpec().getNodeName()).isEqualTo(pods.nodeName());
    assertThat(pod.getStatus().getPhase()).isEqualTo("Succeeded");
    assertThat(terminated(pod).getReason()).isEqualTo("Completed");
  }

  @Test
  void aPodIsPlayedAlsoWhenTheAnswerToItsBindingWasLost() {
    pods.otherwise().then();
    jobs.create(job("bound"));
    Pod pod =
        Await.value("a Pod", Await.LIMIT, () -> jobs.podsOf("bound"), created -> !created.isEmpty())
            .getFirst();
    bind(pod);

    pods.now(any()).then(run(), succeed());

    jobs.awaitCondition("bound", "Complete");
  }

  private void bind(Pod pod) {
    cluster
        .client()
        .bindings()
        .inNamespace(namespace)
        .resource(
            new BindingBuilder()
                .withNewMetadata()
                .withName(pod.getMetadata().getName())
                .endMetadata()
                .withNewTarget()
                .withKind("Node")
                .withName(pods.nodeName())
                .endTarget()
                .build())
        .create();
  }

  @Test
  void aPodCostsThreeRequests() {
    jobs.create(job("cheap"));

    jobs.awaitCondition("cheap", "Complete");

    var requests = cluster.auditLog().requests().inNamespace(namespace);
    assertThat(requests.byUser("system:node:" + pods.nodeName()).counts())
        .isEqualTo(Map.of("patch pods/status", 2L));
    assertThat(requests.byUser("system:kube-scheduler").counts())
        .isEqualTo(Map.of("create bindings", 1L, "list pods", 1L, "watch pods", 1L));
  }

  @Test
  void exitCodeAndTerminationMessageArriveAsWritten() {
    pods.when(ofJob("bad")).then(run(), exit(65, "ring 3 crosses itself"));
    jobs.create(job("bad"));

    jobs.awaitCondition("bad", "Failed");

    ContainerStateTerminated state = terminated(jobs.podsOf("bad").getFirst());
    assertThat(state.getExitCode()).isEqualTo(65);
    assertThat(state.getReason()).isEqualTo("Error");
    assertThat(state.getMessage()).isEqualTo("ring 3 crosses itself");
  }

  @Test
  void outOfMemoryIsExitCode137WithItsReason() {
    pods.when(ofJob("big")).then(run(), outOfMemory());
    jobs.create(job("big"));

    jobs.awaitCondition("big", "Failed");

    assertThat(terminated(jobs.podsOf("big").getFirst()))
        .returns(137, ContainerStateTerminated::getExitCode)
        .returns("OOMKilled", ContainerStateTerminated::getReason);
  }

  @Test
  void anEvictedPodSaysSoAndIsADisruptionTarget() {
    pods.when(ofJob("evicted")).then(run(), evict());
    jobs.create(job("evicted"));

    jobs.awaitCondition("evicted", "Failed");

    Pod pod = jobs.podsOf("evicted").getFirst();
    assertThat(pod.getStatus().getReason()).isEqualTo("Evicted");
    assertThat(condition(pod, "DisruptionTarget").getReason()).isEqualTo("TerminationByKubelet");
  }

  @Test
  void aPodIgnoredByItsFailurePolicyIsReplaced() {
    pods.when(ofJob("drained")).then(run());
    jobs.create(
        job("drained")
            .editSpec()
            .withNewPodFailurePolicy()
            .addNewRule()
            .withAction("Ignore")
            .addNewOnPodCondition("True", "DisruptionTarget")
            .endRule()
            .endPodFailurePolicy()
            .endSpec());
    String first =
        jobs.awaitPod("drained", pod -> phase(pod).equals("Running")).getMetadata().getUid();
    pods.when(ofJob("drained")).then(run(), succeed());

    pods.now(ofJob("drained")).then(drain());

    jobs.awaitCondition("drained", "Complete");
    assertThat(jobs.podsOf("drained"))
        .extracting(pod -> pod.getMetadata().getUid())
        .doesNotContain(first);
  }

  @Test
  void anImageThatCannotBePulledKeepsThePodPending() {
    pods.when(any()).then(imagePullBackOff());
    jobs.create(job("typo"));

    Pod pod = jobs.awaitPod("typo", p -> !p.getStatus().getContainerStatuses().isEmpty());

    assertThat(phase(pod)).isEqualTo("Pending");
    assertThat(
            pod.getStatus().getContainerStatuses().getFirst().getState().getWaiting().getReason())
        .isEqualTo("ImagePullBackOff");
  }

  @Test
  void anUnschedulablePodHasNoNodeUntilItIsToldToRun() {
    pods.when(any()).then(unschedulable());
    jobs.create(job("huge"));
    Pod pod =
        jobs.awaitPod(
            "huge",
            p ->
                p.getStatus().getConditions().stream()
                    .anyMatch(c -> "Unschedulable".equals(c.getReason())));
    assertThat(pod.getSpec().getNodeName()).isNull();
    assertThat(condition(pod, "PodScheduled").getMessage()).contains("Insufficient memory");

    pods.now(ofJob("huge")).then(run(), succeed());

    jobs.awaitCondition("huge", "Complete");
  }

  @Test
  void aPodOnALostNodeStaysUntilTheNodeIsRemoved() {
    pods.when(any()).then(run());
    jobs.create(job("lost"));
    jobs.awaitPod("lost", pod -> phase(pod).equals("Running"));

    pods.now(ofJob("lost")).then(loseNode());
    Pod lost = jobs.podsOf("lost").getFirst();
    assertThat(lost.getMetadata().getDeletionTimestamp()).isNotNull();
    assertThat(phase(lost)).isEqualTo("Running");
    assertThat(condition(lost, "DisruptionTarget").getReason()).isEqualTo("DeletionByTaintManager");

    pods.now(ofJob("lost")).then(nodeRemoved());
    jobs.awaitCondition("lost", "Failed");
    Await.until("the Pod's removal", () -> jobs.podsOf("lost").isEmpty());
  }

  @Test
  void aPodThatVanishesLeavesNoWordAndIsReplaced() {
    pods.when(any()).then(run());
    jobs.create(job("gone"));
    String first =
        jobs.awaitPod("gone", pod -> phase(pod).equals("Running")).getMetadata().getUid();

    pods.now(ofJob("gone")).then(vanish());

    jobs.awaitPod("gone", pod -> !pod.getMetadata().getUid().equals(first));
  }

  @Test
  void aVolumeThatIsMissingIsToldInAnEvent() {
    pods.when(any()).then(volumeMissing("MountVolume.SetUp failed: configmap \"walls\" not found"));
    jobs.create(job("dry"));

    Await.until(
        "the complaint",
        () ->
            cluster.client().v1().events().inNamespace(namespace).list().getItems().stream()
                .anyMatch(event ->
                    event.getReason().equals("FailedMount")
                        && event.getMessage().contains("walls")));
    assertThat(phase(jobs.podsOf("dry").getFirst())).isEqualTo("Pending");
  }

  @Test
  void aScriptMayDependOnThePod() {
    pods.otherwise().thenEach(pod -> List.of(run(), succeed(pod.getMetadata().getUid())));
    jobs.create(job("own-words"));

    jobs.awaitCondition("own-words", "Complete");

    Pod pod = jobs.podsOf("own-words").getFirst();
    assertThat(terminated(pod).getMessage()).isEqualTo(pod.getMetadata().getUid());
  }

  @Test
  void deletingAJobEndsItsPodUnlessTheScriptIgnoresIt() {
    pods.when(ofJob("stubborn")).then(run(), ignoreDeletion());
    jobs.create(job("stubborn"));
    jobs.create(job("obedient"));
    pods.when(ofJob("obedient")).then(run());
    jobs.awaitPod("stubborn", pod -> phase(pod).equals("Running"));

    cluster.client().batch().v1().jobs().inNamespace(namespace).delete();

    Await.until("the obedient Pod's removal", () -> jobs.podsOf("obedient").isEmpty());
    jobs.awaitPod("stubborn", pod -> pod.getMetadata().getDeletionTimestamp() != null);
    pods.now(ofJob("stubborn")).then(exit(1, ""));
    Await.until("the stubborn Pod's removal", () -> jobs.podsOf("stubborn").isEmpty());
  }

  @Test
  void manyPodsArePlayedAtOnce() {
    List<String> names = IntStream.range(0, 200).mapToObj(i -> "many-" + i).toList();
    names.parallelStream().forEach(name -> jobs.create(job(name)));

    Await.until(
        "all Jobs to complete",
        () ->
            cluster.client().batch().v1().jobs().inNamespace(namespace).list().getItems().stream()
                    .filter(ScriptedPodsTest::hasSucceeded)
                    .count()
                == names.size());
  }

  private static boolean hasSucceeded(Job job) {
    return job.getStatus().getCompletionTime() != null;
  }

  private static String phase(Pod pod) {
    return pod.getStatus().getPhase();
  }

  private static ContainerStateTerminated terminated(Pod pod) {
    return pod.getStatus().getContainerStatuses().getFirst().getState().getTerminated();
  }

  private static PodCondition condition(Pod pod, String type) {
    return pod.getStatus().getConditions().stream()
        .filter(condition -> condition.getType().equals(type))
        .findFirst()
        .orElseThrow();
  }
}
