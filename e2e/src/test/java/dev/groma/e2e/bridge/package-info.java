/**
 * The packaged bridge between a real API server and a real SQS server: every shape of message, and
 * everything that can break on the way. {@link dev.groma.e2e.bridge.BridgeArena} is the stage,
 * {@link dev.groma.e2e.bridge.SqsProxy} holds a bridge at a step.
 */
@NullMarked
package dev.groma.e2e.bridge;

import org.jspecify.annotations.NullMarked;
