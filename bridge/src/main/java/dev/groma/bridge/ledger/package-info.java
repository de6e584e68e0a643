/**
 * The ledger of a queue: tombstones of jobs that ended and are deleted, so that a message which
 * comes once more finds that its request has had its job.
 *
 * <p>It lies in ConfigMaps of the LayoutQueue's namespace, one or more a day, which are deleted as
 * a whole when no message of that time can be left. The bridge that leads writes; all read, and
 * only what has changed. {@link dev.groma.bridge.ledger.ApiLedger} is the ledger, {@link
 * dev.groma.bridge.ledger.Sweep} decides which job is next.
 */
@NullMarked
package dev.groma.bridge.ledger;

import org.jspecify.annotations.NullMarked;
