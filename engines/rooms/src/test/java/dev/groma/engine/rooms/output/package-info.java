@NullMarked
package dev.groma.engine.rooms.output;

import org.jspecify.annotations.NullMarked;
