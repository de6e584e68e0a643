@NullMarked
package dev.groma.engine.draw;

import org.jspecify.annotations.NullMarked;
