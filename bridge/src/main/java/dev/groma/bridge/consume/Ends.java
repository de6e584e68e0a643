package dev.groma.bridge.consume;

import dev.groma.bridge.message.JobEnd;
import dev.groma.bridge.message.JobKey;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Knows when jobs end. */
@FunctionalInterface
public interface Ends {

  /** Completes when a job ends: with how, or with nothing when it is deleted before. */
  CompletableFuture<Optional<JobEnd>> of(JobKey job);
}
