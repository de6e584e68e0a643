/**
 * The operator: watches LayoutJobs and carries each to exactly one recorded end.
 *
 * <p>One LayoutJob becomes one {@code batch/v1} Job, whose Pod runs the runner; what the cluster
 * shows of the two becomes the LayoutJob's status. {@link dev.groma.operator.layoutjob} holds the
 * state machine, {@link dev.groma.operator.attempt} the Job and Pod of an attempt, {@link
 * dev.groma.operator.kubernetes} the connection to the API server and {@link
 * dev.groma.operator.telemetry} what can be measured.
 *
 * <p>Entry class: {@link dev.groma.operator.layoutjob.LayoutJobReconciler}; settings: {@link
 * dev.groma.operator.OperatorConfig}.
 */
@NullMarked
package dev.groma.operator;

import org.jspecify.annotations.NullMarked;
