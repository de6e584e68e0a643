@NullMarked
package dev.groma.runner.volume;

import org.jspecify.annotations.NullMarked;
