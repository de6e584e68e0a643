/**
 * LayoutQueues: each has a runner that consumes its queue as its spec says, and tells in its status
 * how that goes.
 *
 * <p>Every replica of the bridge consumes. One of them leads: it alone writes conditions and depth,
 * tells of ends, keeps the ledger and deletes jobs; each replica adds its own counts. {@link
 * dev.groma.bridge.layoutqueue.Supervisor} is the entry.
 */
@NullMarked
package dev.groma.bridge.layoutqueue;

import org.jspecify.annotations.NullMarked;
