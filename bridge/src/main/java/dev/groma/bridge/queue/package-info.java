/**
 * The SQS queue: what is asked of it ({@link dev.groma.bridge.queue.Queue}), Amazon's client for
 * it, what a dead letter says, and what is unwise about a queue's attributes.
 */
@NullMarked
package dev.groma.bridge.queue;

import org.jspecify.annotations.NullMarked;
