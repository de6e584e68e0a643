/**
 * The jobs that came out of queues, as the API server tells of them: how many are open, which have
 * ended. {@link dev.groma.bridge.jobs.QueuedJobs} is the entry.
 */
@NullMarked
package dev.groma.bridge.jobs;

import org.jspecify.annotations.NullMarked;
