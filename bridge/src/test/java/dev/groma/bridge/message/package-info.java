@NullMarked
package dev.groma.bridge.message;

import org.jspecify.annotations.NullMarked;
