package dev.groma.bridge.layoutqueue;

import dev.groma.api.layoutqueue.LayoutQueue;
import dev.groma.bridge.jobs.QueuedJobs;
import dev.groma.bridge.telemetry.BridgeMetrics;
import dev.groma.intake.Envelopes;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * What all LayoutQueues share.
 *
 * @param client one that does not try again by itself
 * @param jobs the cache of jobs
 * @param queues the LayoutQueues that are known
 * @param envelopes reads messages
 * @param s3 for messages that point to objects; made when the first does
 * @param leads whether this process leads
 * @param timeToLive of jobs whose spec says none; null: they are kept
 * @param grace how long a stop may take
 * @param version of the bridge
 */
record Surroundings(
    KubernetesClient client,
    QueuedJobs jobs,
    Supplier<List<LayoutQueue>> queues,
    Envelopes envelopes,
    Supplier<S3Client> s3,
    BooleanSupplier leads,
    @Nullable Duration timeToLive,
    Duration grace,
    String version,
    BridgeMetrics metrics,
    InstantSource clock,
    RandomGenerator random) {}
