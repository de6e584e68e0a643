@NullMarked
package dev.groma.engine.sitefit.shape;

import org.jspecify.annotations.NullMarked;
