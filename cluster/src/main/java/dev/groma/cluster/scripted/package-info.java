/**
 * Pods that end as a test wants them to: success, any exit code, out of memory, evicted, image that
 * cannot be pulled, no node to run on, node lost, never started, running until told.
 *
 * <pre>{@code
 * try (var pods = ScriptedPods.start(cluster, namespace)) {
 *   pods.when(ofJob("ridge-1")).then(run(), outOfMemory());
 *   pods.when(label("app", "pool")).then(run());
 *   ...
 *   pods.now(label("app", "pool")).then(exit(75, "queue not reachable"));
 * }
 * }</pre>
 *
 * <p>Terms: a <em>script</em> is a list of {@linkplain dev.groma.cluster.scripted.Step steps}, each
 * of which leaves the Pod in a state as kubelet, scheduler or a controller would report it; after
 * the last step the Pod stays as it is until it is told more or deleted. A deleted Pod ends with
 * exit code 143 unless its script says otherwise.
 *
 * <p>Entry class: {@link dev.groma.cluster.scripted.ScriptedPods}; steps and matchers are imported
 * statically from {@link dev.groma.cluster.scripted.Steps} and {@link
 * dev.groma.cluster.scripted.PodMatchers}.
 */
@NullMarked
package dev.groma.cluster.scripted;

import org.jspecify.annotations.NullMarked;
