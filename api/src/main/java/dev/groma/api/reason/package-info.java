/**
 * The one catalogue of reasons that conditions, failures and events use.
 *
 * <p>docs/reference/reasons.md is generated from {@link dev.groma.api.reason.Reason}.
 */
@NullMarked
package dev.groma.api.reason;

import org.jspecify.annotations.NullMarked;
