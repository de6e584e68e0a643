/**
 * Stores a job so that the same request never has two, whatever is interrupted and delivered twice.
 *
 * <p>The name of a job is made of its request, so while the job exists the API server itself
 * refuses a second one. A job that ended and was deleted has left a <em>tombstone</em> in the
 * ledger before. {@link dev.groma.bridge.store.Storing} looks there before it creates, and its
 * promise is argued at that class.
 */
@NullMarked
package dev.groma.bridge.store;

import org.jspecify.annotations.NullMarked;
