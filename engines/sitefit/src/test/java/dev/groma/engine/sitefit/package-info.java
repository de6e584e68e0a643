@NullMarked
package dev.groma.engine.sitefit;

import org.jspecify.annotations.NullMarked;
