/**
 * What becomes of one message: pure functions of what the API server answered.
 *
 * <p>A message is <em>settled</em> once: it is deleted, sent to the dead-letter queue and deleted,
 * or handed back. Until then it is <em>in hand</em>. What keeps a job from being stored is a
 * <em>refusal</em>, which is about the message and lasts, or a {@link
 * dev.groma.bridge.message.Trouble}, which is about us and passes. {@link
 * dev.groma.bridge.message.Verdict} is the entry.
 */
@NullMarked
package dev.groma.bridge.message;

import org.jspecify.annotations.NullMarked;
