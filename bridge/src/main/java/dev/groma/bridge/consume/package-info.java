/**
 * Takes messages out of a queue and makes jobs of them, several at a time.
 *
 * <p>{@link dev.groma.bridge.consume.Consumer} is the entry. Its {@code Poller} receives; each
 * message is in one of the {@code Hands}, on a virtual thread, until there is a verdict on it,
 * which {@link dev.groma.bridge.consume.Handling} comes to; {@code Settlement} carries that out. A
 * heartbeat keeps messages that take long hidden; {@code Deletions} go in batches.
 */
@NullMarked
package dev.groma.bridge.consume;

import org.jspecify.annotations.NullMarked;
