/**
 * Waiting for something that tells nobody when it happens, without fixed sleeps.
 *
 * <p>Entry class: {@link dev.groma.cluster.await.Await}.
 */
@NullMarked
package dev.groma.cluster.await;

import org.jspecify.annotations.NullMarked;
