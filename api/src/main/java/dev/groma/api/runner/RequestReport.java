package dev.groma.api.runner;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How a runner reaches the operator.
 *
 * @param url of the report endpoint, such as {@code https://groma-report.groma-system.svc:8443}
 * @param tokenFile with the token to show; read again for each request, for it is renewed
 * @param caFile with the certificates to trust, as PEM
 */
public record RequestReport(
    @JsonProperty(required = true) String url,
    @JsonProperty(required = true) String tokenFile,
    @JsonProperty(required = true) String caFile) {

  public RequestReport {
    RunnerDocuments.required(url, "url");
    RunnerDocuments.required(tokenFile, "tokenFile");
    RunnerDocuments.required(caFile, "caFile");
  }
}
