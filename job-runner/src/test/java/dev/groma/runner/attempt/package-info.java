@NullMarked
package dev.groma.runner.attempt;

import org.jspecify.annotations.NullMarked;
