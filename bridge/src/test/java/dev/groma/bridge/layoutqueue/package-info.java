@NullMarked
package dev.groma.bridge.layoutqueue;

import org.jspecify.annotations.NullMarked;
