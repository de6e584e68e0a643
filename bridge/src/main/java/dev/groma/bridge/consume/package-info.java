/**
 * Takes messages out of a queue and makes jobs of them, several at a time.
 *
 * <p>One thread polls; each message has a virtual thread from its receipt to its settlement; a
 * heartbeat keeps those that take long hidden; deletions go in batches. What becomes of a message
 * is found out by {@link dev.groma.bridge.consume.Handling}; {@link
 * dev.groma.bridge.consume.Consumer} is the entry.
 */
@NullMarked
package dev.groma.bridge.consume;

import org.jspecify.annotations.NullMarked;
