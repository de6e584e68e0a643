@NullMarked
package dev.groma.bridge.store;

import org.jspecify.annotations.NullMarked;
