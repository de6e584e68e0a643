/**
 * A real SQS server for tests and for trying out: ElasticMQ, in a process of its own on the
 * loopback interface. It has queues with visibility, redrive, FIFO and Amazon's limits, in memory;
 * it does not check who asks.
 *
 * <p>Its jars are laid down by the module {@code cluster/elasticmq}, so they are on nobody's class
 * path. {@link dev.groma.cluster.sqs.ElasticMq} is the entry.
 */
@NullMarked
package dev.groma.cluster.sqs;

import org.jspecify.annotations.NullMarked;
