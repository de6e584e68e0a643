@NullMarked
package dev.groma.runner.pod;

import org.jspecify.annotations.NullMarked;
