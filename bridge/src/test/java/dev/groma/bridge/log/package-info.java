@NullMarked
package dev.groma.bridge.log;

import org.jspecify.annotations.NullMarked;
