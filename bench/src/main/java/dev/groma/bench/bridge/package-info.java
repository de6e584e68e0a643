/**
 * The bridge against whoever creates LayoutJobs as fast as the API server takes them, with and
 * without a queue before it, and its memory while messages come and jobs go. {@link
 * dev.groma.bench.bridge.BridgeLoad} is the entry.
 */
@NullMarked
package dev.groma.bench.bridge;

import org.jspecify.annotations.NullMarked;
