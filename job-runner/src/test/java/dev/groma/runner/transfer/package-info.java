@NullMarked
package dev.groma.runner.transfer;

import org.jspecify.annotations.NullMarked;
