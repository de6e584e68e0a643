@NullMarked
package dev.groma.engine.terrain;

import org.jspecify.annotations.NullMarked;
