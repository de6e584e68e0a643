@NullMarked
package dev.groma.engine.dem;

import org.jspecify.annotations.NullMarked;
