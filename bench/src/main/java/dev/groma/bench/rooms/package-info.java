/**
 * Measures room detection: {@link dev.groma.bench.rooms.RoomDetectionBenchmark} under JMH, {@link
 * dev.groma.bench.rooms.Compare} against peers in one run.
 */
@NullMarked
package dev.groma.bench.rooms;

import org.jspecify.annotations.NullMarked;
