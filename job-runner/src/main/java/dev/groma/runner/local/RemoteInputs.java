package dev.groma.runner.local;

import java.util.Map;

/**
 * What to do about inputs in S3.
 *
 * @param fetched whether they are fetched; where they are not, they are not at hand
 * @param environment variables with the settings of S3
 */
public record RemoteInputs(boolean fetched, Map<String, String> environment) {

  public RemoteInputs {
    environment = Map.copyOf(environment);
  }
}
