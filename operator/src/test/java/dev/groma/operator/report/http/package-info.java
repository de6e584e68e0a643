/** The way in. */
@NullMarked
package dev.groma.operator.report.http;

import org.jspecify.annotations.NullMarked;
