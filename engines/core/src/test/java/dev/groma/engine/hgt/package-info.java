@NullMarked
package dev.groma.engine.hgt;

import org.jspecify.annotations.NullMarked;
