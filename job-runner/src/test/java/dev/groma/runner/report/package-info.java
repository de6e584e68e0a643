@NullMarked
package dev.groma.runner.report;

import org.jspecify.annotations.NullMarked;
