package dev.groma.bridge.message;

import dev.groma.api.layoutjob.Phase;

/**
 * How a job ended.
 *
 * @param phase a final one
 * @param words why, for people; empty where nothing is to be said
 */
public record JobEnd(JobKey job, Phase phase, String words) {}
