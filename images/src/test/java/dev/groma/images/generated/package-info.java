/** Tests of what becomes of the classes that Quarkus generates. */
@NullMarked
package dev.groma.images.generated;

import org.jspecify.annotations.NullMarked;
