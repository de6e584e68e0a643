@NullMarked
package dev.groma.runner.local;

import org.jspecify.annotations.NullMarked;
