/**
 * What people do with a dead-letter queue: look, send back, drop.
 *
 * <p>SQS cannot be looked into: to see a message is to receive it, which hides it from others for a
 * while. So everything here receives first, acts, and gives back what it did not act on. {@link
 * dev.groma.runner.deadletter.DeadLetterQueue} is the entry.
 */
@NullMarked
package dev.groma.runner.deadletter;

import org.jspecify.annotations.NullMarked;
