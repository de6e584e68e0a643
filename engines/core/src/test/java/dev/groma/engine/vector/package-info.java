@NullMarked
package dev.groma.engine.vector;

import org.jspecify.annotations.NullMarked;
