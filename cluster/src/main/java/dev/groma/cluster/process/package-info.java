/**
 * Child processes that never outlive the JVM that started them, not even when it is killed with
 * {@code kill -9}.
 *
 * <p>One shell per JVM, the <em>leash</em>, reads a pipe whose other end only the JVM holds. The
 * end of that pipe is the one sign of the JVM's death that no signal can suppress; the leash then
 * kills what is left and removes the JVM's work folder. A child is known to the leash before its
 * command runs (the <em>gate</em>), so there is no instant in which it could be forgotten.
 *
 * <p>{@code prctl(PR_SET_PDEATHSIG)} is not used: it fires when the <em>thread</em> that forked
 * ends, and test threads end all the time.
 *
 * <p>Entry class: {@link dev.groma.cluster.process.Leash}.
 */
@NullMarked
package dev.groma.cluster.process;

import org.jspecify.annotations.NullMarked;
