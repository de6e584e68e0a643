@NullMarked
package dev.groma.engine.ascii;

import org.jspecify.annotations.NullMarked;
