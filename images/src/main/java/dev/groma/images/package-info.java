/**
 * Writes the images of operator and runner, for each architecture, as OCI archives; {@link
 * dev.groma.images.BuildImages} is the program.
 *
 * <p>An image is a stack of layers: the base (a Java runtime and the C library, made by {@code
 * images/base/build}), libraries, our own jars. What changes least lies lowest. Jib writes the
 * layers with fixed times and owners, so the same files give the same digest.
 */
@NullMarked
package dev.groma.images;

import org.jspecify.annotations.NullMarked;
