package dev.groma.cluster.audit;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One request to the API server.
 *
 * @param number order of arrival, from 0
 * @param user user name, for example {@code system:serviceaccount:groma:operator}
 * @param userAgent how the client calls itself
 * @param verb {@code get}, {@code list}, {@code watch}, {@code create}, {@code update}, {@code
 *     patch}, {@code delete}, {@code deletecollection}
 * @param target what it was about
 * @param code HTTP status of the response; {@link #NO_RESPONSE} when the server was killed first
 * @param body the request's body, a missing node unless the level is REQUEST
 */
public record AuditEvent(
    int number,
    String user,
    String userAgent,
    String verb,
    Target target,
    int code,
    JsonNode body) {

  /** The code of a request that was never answered. */
  public static final int NO_RESPONSE = 0;

  /**
   * What a request is about; a part that does not apply is empty.
   *
   * @param resource plural name, for example {@code jobs}
   * @param subresource for example {@code status}
   * @param namespace namespace
   * @param name name of the object; a create often has none
   * @param uri the request URI
   */
  public record Target(
      String resource, String subresource, String namespace, String name, String uri) {

    /** {@code jobs} or {@code jobs/status}; the path for what is no resource. */
    public String path() {
      if (resource.isEmpty()) {
        int query = uri.indexOf('?');
        return query < 0 ? uri : uri.substring(0, query);
      }
      return subresource.isEmpty() ? resource : resource + "/" + subresource;
    }
  }
}
