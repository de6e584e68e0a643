package dev.groma.cluster.scripted;

import dev.groma.cluster.ControlPlane;
import dev.groma.cluster.await.Await;
import dev.groma.cluster.node.NodeDouble;
import dev.groma.cluster.node.NodePod;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A node whose Pods follow scripts. Without a script a Pod runs and succeeds.
 *
 * <p>Safe for use by many threads.
 */
public final class ScriptedPods implements AutoCloseable {
  private final List<Rule> rules = new CopyOnWriteArrayList<>();
  private final Map<NodePod, Performance> performances = new ConcurrentHashMap<>();
  private final NodeDouble node;
  private volatile Function<Pod, List<Step>> fallback =
      pod -> List.of(Steps.run(), Steps.succeed());

  private ScriptedPods(ControlPlane cluster, @Nullable String namespace) {
    node =
        NodeDouble.register(
            cluster,
            namespace == null ? "scripted" : "scripted-" + namespace,
            namespace,
            OptionalInt.empty());
    node.play(this::perform);
  }

  /** Plays the Pods of all namespaces. */
  public static ScriptedPods start(ControlPlane cluster) {
    return new ScriptedPods(cluster, null);
  }

  /** Plays the Pods of one namespace. */
  public static ScriptedPods start(ControlPlane cluster, String namespace) {
    return new ScriptedPods(cluster, namespace);
  }

  /** Gives Pods that are yet to come a script; of several that match, the last given counts. */
  public Script when(Predicate<Pod> pods) {
    return script -> rules.addFirst(new Rule(pods, script));
  }

  /** Gives Pods that are yet to come and match nothing else a script. */
  public Script otherwise() {
    return script -> fallback = script;
  }

  /**
   * Tells the Pods that are there now to go on; waits for the first when there is none yet, and
   * returns when all have done so.
   */
  public Script now(Predicate<Pod> pods) {
    return script -> {
      List<Performance> present =
          Await.value(
              "a Pod to be told", Await.LIMIT, () -> matching(pods), list -> !list.isEmpty());
      List<CompletableFuture<Void>> done =
          present.stream().map(p -> p.tell(script.apply(p.pod()))).toList();
      done.forEach(CompletableFuture::join);
    };
  }

  /** The name of the node. */
  public String nodeName() {
    return node.name();
  }

  @Override
  public void close() {
    node.close();
  }

  /** Takes the steps that follow. */
  @FunctionalInterface
  public interface Script {
    /** Takes the steps that follow, which depend on the Pod. */
    void thenEach(Function<Pod, List<Step>> script);

    /** Takes the steps that follow. */
    default void then(List<Step> steps) {
      thenEach(pod -> steps);
    }

    /** Takes the steps that follow. */
    default void then(Step... steps) {
      then(List.of(steps));
    }
  }

  private record Rule(Predicate<Pod> pods, Function<Pod, List<Step>> script) {}

  private void perform(NodePod pod) throws InterruptedException {
    var performance = new Performance(pod);
    performances.put(pod, performance);
    try {
      performance.tell(scriptFor(pod.pod()));
      performance.run();
    } finally {
      performances.remove(pod);
      performance.end();
    }
  }

  private List<Step> scriptFor(Pod pod) {
    return rules.stream()
        .filter(rule -> rule.pods().test(pod))
        .findFirst()
        .map(Rule::script)
        .orElse(fallback)
        .apply(pod);
  }

  private List<Performance> matching(Predicate<Pod> pods) {
    var matching = new ArrayList<Performance>();
    performances.forEach((pod, performance) -> {
      if (pods.test(pod.pod())) {
        matching.add(performance);
      }
    });
    return matching;
  }
}
