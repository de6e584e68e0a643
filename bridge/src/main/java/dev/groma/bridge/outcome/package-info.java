/**
 * Tells submitters how their jobs ended: a CloudEvent to the queue that a message names, at least
 * once, after the end is recorded in the job's status.
 *
 * <p>That an end was told is written on the job itself, as an annotation, after the sending; so
 * whatever is interrupted, it is told again rather than never, under the same id. {@link
 * dev.groma.bridge.outcome.Outcomes} is the entry.
 */
@NullMarked
package dev.groma.bridge.outcome;

import org.jspecify.annotations.NullMarked;
