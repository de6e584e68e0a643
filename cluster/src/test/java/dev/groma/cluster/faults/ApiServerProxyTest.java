package dev.groma.cluster.faults;

import static dev.groma.cluster.faults.ApiRequests.any;
import static dev.groma.cluster.faults.ApiRequests.watches;
import static dev.groma.cluster.faults.ApiRequests.writes;
import static dev.groma.cluster.faults.Fault.Moment.AFTER_EFFECT;
import static dev.groma.cluster.faults.Fault.Moment.BEFORE_EFFECT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.groma.cluster.ControlPlane;
import dev.groma.cluster.await.Await;
import dev.groma.cluster.junit.ClusterTest;
import dev.groma.cluster.junit.TestNamespace;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ClusterTest
class ApiServerProxyTest {
  private ControlPlane cluster;
  private String namespace;
  private ApiServerProxy proxy;
  private KubernetesClient client;

  @BeforeEach
  void connect(ControlPlane shared, TestNamespace fresh) {
    cluster = shared;
    namespace = fresh.name();
    cluster
        .client()
        .resource(
            new RoleBindingBuilder()
                .withNewMetadata()
                .withName("default")
                .withNamespace(namespace)
                .endMetadata()
                .withNewRoleRef("rbac.authorization.k8s.io", "ClusterRole", "admin")
                .addNewSubject("", "ServiceAccount", "default", namespace)
                .build())
        .create();
    proxy = ApiServerProxy.start(cluster);
    client = client(config -> {});
  }

  @AfterEach
  void disconnect() {
    client.close();
    proxy.close();
  }

  @Test
  void withoutInjectionsRequestsAndWatchesPass() {
    try (SharedIndexInformer<ConfigMap> seen = inform()) {
      create("first");

      Await.until("the watch to tell of it", () -> sees(seen, "first"));
    }
    assertThat(proxy.requests()).isGreaterThanOrEqualTo(3);
  }

  @Test
  void theUserIsThatOfTheToken() {
    create("first");

    assertThat(
            cluster
                .auditLog()
                .requests()
                .byUser("system:serviceaccount:" + namespace + ":default")
                .inNamespace(namespace)
                .writes()
                .counts())
        .isEqualTo(Map.of("create configmaps", 1L));
  }

  @Test
  void aCutBeforeTheEffectLeavesNothingBehind() {
    Injection injection = proxy.inject(writes(), Fault.cut(BEFORE_EFFECT));

    assertThatThrownBy(() -> create("first")).isInstanceOf(KubernetesClientException.class);

    assertThat(injection.struck()).singleElement().returns("configmaps", ApiRequest::resource);
    assertThat(stored()).isEmpty();
  }

  @Test
  void aCutAfterTheEffectHidesItFromTheClient() {
    proxy.inject(writes("configmaps"), Fault.cut(AFTER_EFFECT));

    assertThatThrownBy(() -> create("first")).isInstanceOf(KubernetesClientException.class);

    assertThat(stored()).containsExactly("first");
  }

  @Test
  void anInjectionStrikesInItsTurnsAndNoMoreOnceItIsClosed() {
    Injection second = proxy.inject(writes(), Turns.only(2), Fault.cut(BEFORE_EFFECT));
    create("first");
    assertThatThrownBy(() -> create("second")).isInstanceOf(KubernetesClientException.class);
    create("third");
    Injection every = proxy.inject(writes(), Fault.unavailable());
    every.close();
    create("fourth");

    assertThat(second.struck()).hasSize(1);
    assertThat(every.struck()).isEmpty();
    assertThat(stored()).containsExactly("first", "fourth", "third");
  }

  @Test
  void theProxyAnswersInTheServersPlace() {
    for (Fault fault :
        Set.of(Fault.unavailable(), Fault.tooManyRequests(), Fault.internalError())) {
      try (Injection refusing = proxy.inject(any(), fault)) {
        KubernetesClientException refused =
            catchThrowableOfType(KubernetesClientException.class, () -> create("first"));

        Fault.Refuse wanted = (Fault.Refuse) fault;
        assertThat(refused.getCode()).isEqualTo(wanted.code());
        assertThat(refused.getStatus().getReason()).isEqualTo(wanted.reason());
        assertThat(refusing.struck()).hasSize(1);
      }
    }
    assertThat(stored()).isEmpty();
  }

  @Test
  void aHeldRequestTakesEffectWhenItIsReleased() {
    var release = new CompletableFuture<Void>();
    Injection held = proxy.inject(writes(), Fault.hold(release));
    CompletableFuture<Void> creating = CompletableFuture.runAsync(() -> create("first"));
    held.await();
    assertThat(stored()).isEmpty();

    release.complete(null);

    creating.join();
    assertThat(stored()).containsExactly("first");
  }

  @Test
  void aLateRequestTakesEffectEvenWhenItsClientHasGivenUp() {
    proxy.inject(writes(), Fault.delay(Duration.ofSeconds(3)));
    try (KubernetesClient hasty = client(config -> config.setRequestTimeout(500))) {
      assertThatThrownBy(() -> create(hasty, "first"))
          .isInstanceOf(KubernetesClientException.class);
      assertThat(stored()).isEmpty();
    }

    Await.until("the late effect", () -> stored().contains("first"));
  }

  @Test
  void aWithheldAnswerNeverComes() {
    Injection withheld = proxy.inject(writes(), Fault.withhold(AFTER_EFFECT));
    CompletableFuture<Void> creating = CompletableFuture.runAsync(() -> create("first"));

    withheld.await();

    assertThat(stored()).containsExactly("first");
    assertThat(creating).isNotDone();
    proxy.close();
    assertThatThrownBy(creating::join).isInstanceOf(CompletionException.class);
  }

  @Test
  void aRequestCanArriveAsAnother() {
    proxy.inject(writes(), Fault.rewrite(body -> body.replace("first", "other-name")));

    create("first");

    assertThat(stored()).containsExactly("other-name");
  }

  @Test
  void aWatchThatIsCutIsOpenedAgainAndMissesNothing() {
    try (SharedIndexInformer<ConfigMap> seen = inform()) {
      create("first");
      Await.until("the watch to tell of it", () -> sees(seen, "first"));
      Injection lists = proxy.inject(isList(), Fault.delay(Duration.ofMillis(1)));
      Injection expired = proxy.inject(watches(), Turns.only(1), Fault.expired());

      proxy.cutWatches();
      create("second");

      Await.until("the watch to tell of the second", () -> sees(seen, "second"));
      assertThat(expired.struck()).hasSize(1);
      assertThat(lists.struck()).as("lists anew, as after 410").isNotEmpty();
    }
  }

  private static Predicate<ApiRequest> isList() {
    return request -> request.method().equals("GET") && !request.isWatch();
  }

  private KubernetesClient client(Consumer<Config> settings) {
    Config config =
        proxy.kubeconfig(cluster.kubeconfigOfServiceAccount(namespace, "default")).config();
    config.setRequestRetryBackoffLimit(0);
    settings.accept(config);
    return new KubernetesClientBuilder().withConfig(config).build();
  }

  private void create(String name) {
    create(client, name);
  }

  private void create(KubernetesClient through, String name) {
    through
        .resource(
            new ConfigMapBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(namespace)
                .endMetadata()
                .build())
        .create();
  }

  private Set<String> stored() {
    Set<String> names = new TreeSet<>();
    cluster
        .client()
        .configMaps()
        .inNamespace(namespace)
        .list()
        .getItems()
        .forEach(map -> names.add(map.getMetadata().getName()));
    names.remove("kube-root-ca.crt");
    return names;
  }

  private SharedIndexInformer<ConfigMap> inform() {
    return client.configMaps().inNamespace(namespace).inform();
  }

  private boolean sees(SharedIndexInformer<ConfigMap> informer, String name) {
    return informer.getStore().getByKey(namespace + "/" + name) != null;
  }
}
