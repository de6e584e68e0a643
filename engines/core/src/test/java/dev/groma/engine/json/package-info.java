@NullMarked
package dev.groma.engine.json;

import org.jspecify.annotations.NullMarked;
