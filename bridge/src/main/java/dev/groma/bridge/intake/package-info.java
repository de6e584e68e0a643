/** Makes jobs of messages: what the module intake reads, with the queue's defaults and labels. */
@NullMarked
package dev.groma.bridge.intake;

import org.jspecify.annotations.NullMarked;
