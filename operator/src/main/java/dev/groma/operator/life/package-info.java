/**
 * The life of a LayoutJob, as decisions: pure functions of what is seen and of the time.
 *
 * <p>The record decides and the world follows. Whatever happens to an attempt is first written into
 * the status ({@link dev.groma.api.status.Ledger}: which attempt is the current one, what is used
 * up), and only then done: a Job is created for the current attempt alone, and a Job that is not
 * the current attempt's is stopped. So an operator that is killed between any two steps, or one
 * that acts on old news beside another, changes nothing about how a job ends.
 *
 * <p>{@link dev.groma.operator.life.Decider} is where to start.
 */
@NullMarked
package dev.groma.operator.life;

import org.jspecify.annotations.NullMarked;
