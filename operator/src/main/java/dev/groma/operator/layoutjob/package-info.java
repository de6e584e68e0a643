/**
 * What the operator does about a LayoutJob: {@code observe -> decide -> act -> report}.
 *
 * <ul>
 *   <li>observe: a {@link dev.groma.operator.life.Snapshot} is made of what the caches hold;
 *       nothing is read from the API server
 *   <li>decide: {@link dev.groma.operator.life.Decider}, a pure function of a snapshot and the
 *       time, gives a {@link dev.groma.operator.life.Decision}
 *   <li>act and report: effects, all behind {@link dev.groma.operator.layoutjob.Cluster}
 * </ul>
 *
 * <p>Caches lag and are filled one by one, so they may contradict each other: a Job that was
 * recorded is not there, or a Job is done and its Pod is not. Then, and only then, the operator
 * <em>looks closer</em>: it reads the objects from the API server and decides again. The same shows
 * what keeps an attempt that is slow to start, as often as {@link
 * dev.groma.operator.layoutjob.Questions} allows.
 *
 * <p>Terms: <em>recorded</em>, what the LayoutJob's status says; <em>seen</em>, what the cluster
 * shows; <em>final</em>, a phase that nothing leaves.
 *
 * <p>Entry class: {@link dev.groma.operator.layoutjob.LayoutJobReconciler}.
 */
@NullMarked
package dev.groma.operator.layoutjob;

import org.jspecify.annotations.NullMarked;
