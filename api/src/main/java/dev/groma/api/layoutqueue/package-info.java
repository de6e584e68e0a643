/**
 * The LayoutQueue custom resource, {@code groma.dev/v1alpha1}: an SQS queue whose messages become
 * LayoutJobs.
 *
 * <p>The records here are the one model that the CRD under {@code crds/} and the reference under
 * {@code docs/reference} are generated from. {@link dev.groma.api.layoutqueue.LayoutQueue} is the
 * entry; {@link dev.groma.api.layoutqueue.QueuedJob} names the labels and annotations that a job
 * bears which came out of a queue, and {@link dev.groma.api.layoutqueue.DeadLetter} the attributes
 * of a message that was set aside.
 */
@NullMarked
package dev.groma.api.layoutqueue;

import org.jspecify.annotations.NullMarked;
