package dev.groma.operator.attempt;

/**
 * How a runner reaches the report endpoint.
 *
 * @param url of the endpoint, without a slash at its end
 * @param authorityPem certificates to trust, one or more
 * @param audience that the runner's token is to be for
 */
public record ReportAccess(String url, String authorityPem, String audience) {

  /** The audience of the tokens: no other service takes them, and this one takes no others. */
  public static final String AUDIENCE = "groma-report";
}
