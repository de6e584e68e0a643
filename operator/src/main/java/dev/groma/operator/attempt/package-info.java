/**
 * The Kubernetes objects of one attempt: the Job that is created for it, and what the cluster shows
 * of that Job and its Pods.
 *
 * <p>Terms: <em>attempt</em>, one try at a LayoutJob, numbered from 1; <em>runner's Job</em>, the
 * {@code batch/v1} Job made for an attempt, created once and never changed; <em>runner's Pod</em>,
 * a Pod that this Job controls, of which a disruption may make more than one; <em>last word</em>,
 * the termination message.
 *
 * <p>Everything here is pure. {@link dev.groma.operator.attempt.AttemptManifest} makes the Job,
 * {@link dev.groma.operator.attempt.RunnerJob} and {@link dev.groma.operator.attempt.RunnerPod} are
 * read from the cluster's objects.
 */
@NullMarked
package dev.groma.operator.attempt;

import org.jspecify.annotations.NullMarked;
