/** The bridge as a program: its settings, its parts, its probes. */
@NullMarked
package dev.groma.bridge.app;

import org.jspecify.annotations.NullMarked;
