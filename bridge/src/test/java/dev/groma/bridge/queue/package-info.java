@NullMarked
package dev.groma.bridge.queue;

import org.jspecify.annotations.NullMarked;
