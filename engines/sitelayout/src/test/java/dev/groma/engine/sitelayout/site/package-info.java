@NullMarked
package dev.groma.engine.sitelayout.site;

import org.jspecify.annotations.NullMarked;
