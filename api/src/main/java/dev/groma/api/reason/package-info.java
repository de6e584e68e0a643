/**
 * The one catalogue of reasons: of conditions, failures and events of a LayoutJob, of conditions of
 * a LayoutQueue, and of messages that never become a job.
 *
 * <p>docs/reference/reasons.md is generated from {@link dev.groma.api.reason.Reason}, {@link
 * dev.groma.api.reason.QueueReason} and {@link dev.groma.api.reason.RefusalReason}.
 */
@NullMarked
package dev.groma.api.reason;

import org.jspecify.annotations.NullMarked;
