@NullMarked
package dev.groma.engine;

import org.jspecify.annotations.NullMarked;
