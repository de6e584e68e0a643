package dev.groma.e2e.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.cluster.await.Await;
import dev.groma.cluster.charts.GoTool;
import dev.groma.cluster.junit.NodeTest;
import dev.groma.cluster.program.Program;
import dev.groma.cluster.realnode.RealNode;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A node is what its users take it for: Pods run, find names, and are kept from what is barred. */
@NodeTest
class RealNodeIT {

  private static final String KUBECTL = "groma.test/kubectl:1";
  private static final String API_SERVICE = "10.0.0.1:443";

  private RealNode node;
  private KubernetesClient client;
  private String namespace;

  @BeforeEach
  void prepare(RealNode shared) {
    node = shared;
    node.addProgram(KUBECTL, GoTool.KUBECTL.path());
    client = node.cluster().client();
    namespace = node.cluster().createNamespace("real-node");
  }

  @Test
  void a_pod_asks_the_api_server_by_its_name_and_its_log_can_be_read() {
    create("asks", KUBECTL, "get", "--raw=/version");

    assertThat(await("asks", "Succeeded", "Failed").getStatus().getPhase())
        .as(log("asks"))
        .isEqualTo("Succeeded");
    assertThat(log("asks")).contains("v1.35");
  }

  @Test
  void a_pod_reaches_what_no_policy_bars() {
    create("free", RealNode.PAUSE);
    create("barred", RealNode.PAUSE);
    Pod free = await("free", "Running");
    Pod barred = await("barred", "Running");
    assertThat(node.see(free).reaches(API_SERVICE)).isTrue();

    client
        .resource(
            new NetworkPolicyBuilder()
                .withNewMetadata()
                .withName("nothing")
                .withNamespace(namespace)
                .endMetadata()
                .withNewSpec()
                .withNewPodSelector()
                .addToMatchLabels("run", "barred")
                .endPodSelector()
                .withPolicyTypes("Egress")
                .endSpec()
                .build())
        .create();

    Await.until("the policy to be enforced", () -> !node.see(barred).reaches(API_SERVICE));
    assertThat(node.see(free).reaches(API_SERVICE)).isTrue();
  }

  private void create(String name, String image, String... arguments) {
    client
        .resource(
            new PodBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(namespace)
                .addToLabels("run", name)
                .endMetadata()
                .withNewSpec()
                .withRestartPolicy("Never")
                .addNewContainer()
                .withName("main")
                .withImage(image)
                .withImagePullPolicy("Never")
                .withArgs(arguments)
                // By its name rather than by its address.
                .addNewEnv()
                .withName("KUBERNETES_SERVICE_HOST")
                .withValue("kubernetes.default.svc")
                .endEnv()
                .endContainer()
                .endSpec()
                .build())
        .create();
  }

  private Pod await(String name, String... phases) {
    return Await.value(
        name + " to be one of " + List.of(phases) + "; logs: " + node.folder(),
        Await.LIMIT,
        () -> client.pods().inNamespace(namespace).withName(name).require(),
        pod -> List.of(phases).contains(pod.getStatus().getPhase()));
  }

  private String log(String pod) {
    return new Program(GoTool.KUBECTL.path())
        .run(
            List.of(
                "--kubeconfig=" + node.cluster().kubeconfig().path(),
                "logs",
                "--namespace=" + namespace,
                pod))
        .success();
  }
}
