@NullMarked
package dev.groma.runner.cli;

import org.jspecify.annotations.NullMarked;
