package dev.groma.api.runner;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One input of a request.
 *
 * @param name the engine's name for it, such as {@code walls}
 * @param path of the file that holds it: absolute, or relative to the request's folder
 */
public record RequestInput(
    @JsonProperty(required = true) String name, @JsonProperty(required = true) String path) {

  public RequestInput {
    RunnerDocuments.required(name, "name");
    RunnerDocuments.required(path, "path");
  }
}
