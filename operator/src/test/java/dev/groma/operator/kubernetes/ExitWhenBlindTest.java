package dev.groma.operator.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.cluster.ControlPlane;
import dev.groma.cluster.junit.ClusterTest;
import dev.groma.cluster.junit.TestNamespace;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@ClusterTest
class ExitWhenBlindTest {

  private final List<Integer> exits = new ArrayList<>();
  private final ExitWhenBlind handler = new ExitWhenBlind(exits::add);

  @Test
  void a_cache_that_breaks_ends_the_process_and_one_that_is_stopped_does_not(
      ControlPlane cluster, TestNamespace namespace) {
    try (SharedIndexInformer<ConfigMap> informer =
        cluster.client().configMaps().inNamespace(namespace.name()).inform()) {
      handler.onStop(informer, null);
      assertThat(exits).isEmpty();

      handler.onStop(informer, new IllegalStateException("not to be read"));
      assertThat(exits).containsExactly(1);
    }
  }

  @Test
  void a_cache_that_was_never_filled_is_left_to_the_start(
      ControlPlane cluster, TestNamespace namespace) {
    try (SharedIndexInformer<ConfigMap> informer =
        cluster.client().configMaps().inNamespace(namespace.name()).runnableInformer(0)) {
      handler.onStop(informer, new IllegalStateException("forbidden"));

      assertThat(exits).isEmpty();
    }
  }
}
