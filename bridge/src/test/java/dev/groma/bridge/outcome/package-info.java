@NullMarked
package dev.groma.bridge.outcome;

import org.jspecify.annotations.NullMarked;
