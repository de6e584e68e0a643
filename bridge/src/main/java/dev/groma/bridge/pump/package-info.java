/**
 * When to receive, and how much: pure functions of what is known, with the time passed in.
 *
 * <p>Nothing is received that could not be worked on at once, and nothing while the API server, a
 * quota or a right of ours keeps jobs from being stored: a message that waits in the queue uses up
 * none of its receives. {@link dev.groma.bridge.pump.Pump} decides; {@link
 * dev.groma.bridge.pump.Breaker} knows whether jobs can be stored.
 */
@NullMarked
package dev.groma.bridge.pump;

import org.jspecify.annotations.NullMarked;
