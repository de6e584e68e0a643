package dev.groma.api.runner;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What has become of a {@link ProgressReport}.
 *
 * @param recorded whether it stands in the job's status; false where another write was too near in
 *     time, which is no error
 */
public record ProgressReceipt(@JsonProperty(required = true) boolean recorded) {}
