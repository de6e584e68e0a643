/**
 * The operator in a simulated cluster: the reconcile and everything below it is the real one, the
 * world around it is made up, and a seed chooses what happens in which order.
 *
 * <p>Terms: <em>schedule</em>, all that happens under one seed; <em>fault</em>, what the world does
 * that nobody wants; <em>mutant</em>, the operator with one guard taken away.
 *
 * <p>A schedule has two parts. First faults happen, as likely as the seed says, each kind in some
 * schedules only (swarm testing, Groce et al., ISSTA 2012). Then they stop, and the job has to come
 * to its end. {@link dev.groma.operator.simulation.Invariants} looks at every change.
 *
 * <p>{@link dev.groma.operator.simulation.Schedule} is where to start.
 */
@NullMarked
package dev.groma.operator.simulation;

import org.jspecify.annotations.NullMarked;
