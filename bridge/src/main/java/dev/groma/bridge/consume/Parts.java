package dev.groma.bridge.consume;

import dev.groma.bridge.queue.DeadLetters;
import dev.groma.bridge.queue.Queue;
import dev.groma.bridge.store.Storing;
import java.time.InstantSource;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What a consumer works with.
 *
 * @param queue that it consumes, and closes in the end
 * @param interpreter understands its messages
 * @param storing stores their jobs
 * @param ends knows when those end
 * @param failedJobsAreDead whether a message whose job failed goes to the dead-letter queue at once
 * @param pending jobs of the queue that wait or run
 * @param letters writes dead letters
 * @param deadLettersUrl where they go; null for nowhere
 */
public record Parts(
    Queue queue,
    Interpreter interpreter,
    Storing storing,
    Ends ends,
    boolean failedJobsAreDead,
    IntSupplier pending,
    DeadLetters letters,
    Supplier<@Nullable String> deadLettersUrl,
    InstantSource clock,
    RandomGenerator random) {}
