/**
 * What log lines say of their message or job besides their words: {@link
 * dev.groma.bridge.log.LogFields}.
 */
@NullMarked
package dev.groma.bridge.log;

import org.jspecify.annotations.NullMarked;
