/** The report endpoint against a real API server, under the rights of production. */
@NullMarked
package dev.groma.operator.report;

import org.jspecify.annotations.NullMarked;
