/** Tests of a LayoutJob's life: tables for what is decided, a real API server for what is done. */
@NullMarked
package dev.groma.operator.layoutjob;

import org.jspecify.annotations.NullMarked;
