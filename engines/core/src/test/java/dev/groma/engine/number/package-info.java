@NullMarked
package dev.groma.engine.number;

import org.jspecify.annotations.NullMarked;
