/**
 * Makes LayoutJobs of what others send: LayoutJobs themselves, events that tell of new objects in
 * S3, and the requests of the four systems that Groma follows.
 *
 * <p>An <em>envelope</em> is what stands around a request (SNS, CloudEvents); a <em>shape</em> is a
 * form that a request has; a <em>mapping</em> is what a LayoutQueue declares about a shape, so that
 * a request of it becomes a job. A request that can never become a job is <em>refused</em>, with a
 * reason of the catalogue and the place. Everything here is a pure function: no queue, no network,
 * no clock. {@link dev.groma.intake.Envelopes} is the entry.
 */
@NullMarked
package dev.groma.intake;

import org.jspecify.annotations.NullMarked;
