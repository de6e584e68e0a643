/** Tests against a real API server. */
@NullMarked
package dev.groma.kubernetes;

import org.jspecify.annotations.NullMarked;
