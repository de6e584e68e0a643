/**
 * Groma's programs as they are packaged, each a process of its own, for tests that kill them and
 * for measurements. {@link dev.groma.cluster.packaged.PackagedProgram} starts one; they must have
 * been built: {@code make build}.
 */
@NullMarked
package dev.groma.cluster.packaged;

import org.jspecify.annotations.NullMarked;
