/**
 * The network between a program and the API server, as something that a test can break.
 *
 * <pre>{@code
 * try (var proxy = ApiServerProxy.start(cluster)) {
 *   Kubeconfig throughProxy = proxy.kubeconfig(cluster.kubeconfigOfServiceAccount(namespace, name));
 *   Injection third = proxy.inject(writes(), Turns.only(3), Fault.cut(AFTER_EFFECT));
 *   ...                                            // start the program, let it work
 *   third.await();
 *   proxy.cutWatches();
 * }
 * }</pre>
 *
 * <p>Two proxies, both on 127.0.0.1: {@link dev.groma.cluster.faults.ApiServerProxy} understands
 * HTTP and breaks single requests, before or after their effect; {@link
 * dev.groma.cluster.faults.SilentProxy} moves bytes and loses whole connections as a network does.
 *
 * <p>Terms: an <em>injection</em> is a fault for the requests that a predicate names; it has
 * <em>struck</em> when the fault has come over one of them; the <em>effect</em> of a write is what
 * it changes at the API server.
 *
 * <p>Entry class: {@link dev.groma.cluster.faults.ApiServerProxy}.
 */
@NullMarked
package dev.groma.cluster.faults;

import org.jspecify.annotations.NullMarked;
