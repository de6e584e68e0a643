package dev.groma.operator.life;

import dev.groma.api.status.JobState.RecordedAnswer;
import java.time.Instant;

/**
 * An answer that is there already.
 *
 * @param answer of another job, which it names
 * @param completedAt when that job ended
 */
public record Reusable(RecordedAnswer answer, Instant completedAt) {}
