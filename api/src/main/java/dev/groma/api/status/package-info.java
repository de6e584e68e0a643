/**
 * How a job's state becomes the status that people and tools read: pure, and the same in the
 * operator and on a laptop.
 *
 * <p>{@link dev.groma.api.status.JobState} is what is known of a job; {@link
 * dev.groma.api.status.StatusBuilder} is the only place where phases and conditions are made.
 */
@NullMarked
package dev.groma.api.status;

import org.jspecify.annotations.NullMarked;
