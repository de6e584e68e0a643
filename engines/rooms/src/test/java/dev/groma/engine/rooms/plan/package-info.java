@NullMarked
package dev.groma.engine.rooms.plan;

import org.jspecify.annotations.NullMarked;
