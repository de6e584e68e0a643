@NullMarked
package dev.groma.bridge.pump;

import org.jspecify.annotations.NullMarked;
