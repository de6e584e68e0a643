/**
 * Bridge: messages of SQS queues become LayoutJobs, and how those end goes back to who sent them.
 *
 * <p>{@link dev.groma.bridge.message} and {@link dev.groma.bridge.pump} decide, {@link
 * dev.groma.bridge.store} and {@link dev.groma.bridge.ledger} keep a request from having two jobs,
 * {@link dev.groma.bridge.queue} and {@link dev.groma.bridge.jobs} are the edges, {@link
 * dev.groma.bridge.consume} moves the messages, {@link dev.groma.bridge.outcome} tells of ends,
 * {@link dev.groma.bridge.log} says in log lines whose message or job they are about, {@link
 * dev.groma.bridge.layoutqueue} runs each LayoutQueue, and {@link dev.groma.bridge.app} puts all of
 * it together.
 */
@NullMarked
package dev.groma.bridge;

import org.jspecify.annotations.NullMarked;
