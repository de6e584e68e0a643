@NullMarked
package dev.groma.bridge.consume;

import org.jspecify.annotations.NullMarked;
