package dev.groma.api.runner;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * One input of a request: a file that is there, or an object to fetch.
 *
 * @param name the engine's name for it, such as {@code walls}
 * @param path of the file that holds it: absolute, or relative to the request's folder
 * @param s3 the object to fetch
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RequestInput(
    @JsonProperty(required = true) String name, @Nullable String path, @Nullable RequestObject s3) {

  public RequestInput {
    RunnerDocuments.required(name, "name");
    if ((path == null) == (s3 == null)) {
      throw new IllegalArgumentException(
          "input %s must have either path or s3, and not both".formatted(name));
    }
  }

  /** An input in a file. */
  public static RequestInput ofFile(String name, String path) {
    return new RequestInput(name, path, null);
  }

  /** An input to fetch. */
  public static RequestInput ofObject(String name, RequestObject s3) {
    return new RequestInput(name, null, s3);
  }
}
