/**
 * Programs that run to their end and say something: helm, kubectl, the scripts that build them.
 * Those that keep running are children of {@link dev.groma.cluster.process.Leash}.
 *
 * <p>Entry class: {@link dev.groma.cluster.program.Program}.
 */
@NullMarked
package dev.groma.cluster.program;

import org.jspecify.annotations.NullMarked;
