/**
 * Two bridges, a queue, an API server and the time, simulated: which of them goes on next, what is
 * interrupted and how much time passes is drawn from a seed, so that every order of events can come
 * and any can be had again. The code under test is the bridge's own: {@link
 * dev.groma.bridge.consume.Handling}, {@link dev.groma.bridge.store.Storing} and {@link
 * dev.groma.bridge.ledger.Sweeper}. {@link dev.groma.bridge.simulation.Simulation} is the entry.
 */
@NullMarked
package dev.groma.bridge.simulation;

import org.jspecify.annotations.NullMarked;
