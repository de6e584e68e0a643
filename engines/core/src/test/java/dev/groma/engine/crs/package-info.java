@NullMarked
package dev.groma.engine.crs;

import org.jspecify.annotations.NullMarked;
