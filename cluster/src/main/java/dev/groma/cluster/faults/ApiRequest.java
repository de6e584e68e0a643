package dev.groma.cluster.faults;

import java.util.List;
import java.util.Set;

/**
 * A request on its way to the API server.
 *
 * @param number from 1, in order of arrival at the proxy
 * @param method for example {@code PATCH}
 * @param path for example {@code /apis/batch/v1/namespaces/demo/jobs}
 * @param query what follows the question mark; may be empty
 * @param body may be empty
 */
public record ApiRequest(int number, String method, String path, String query, String body) {

  private static final Set<String> WRITES = Set.of("POST", "PUT", "PATCH", "DELETE");

  /** Whether it changes something. */
  public boolean isWrite() {
    return WRITES.contains(method);
  }

  /** Whether it asks for changes as they come. */
  public boolean isWatch() {
    return query.matches("(.*&)?watch=(true|1)(&.*)?");
  }

  /**
   * What it is about: {@code jobs}, or {@code layoutjobs/status} for a subresource; empty when it
   * is about none.
   */
  public String resource() {
    List<String> parts = parts();
    return switch (parts.size()) {
      case 0 -> "";
      case 1, 2 -> parts.getFirst();
      default -> parts.getFirst() + "/" + parts.get(2);
    };
  }

  /** The name of the object; empty for a create and for all objects of a kind. */
  public String name() {
    List<String> parts = parts();
    return parts.size() < 2 ? "" : parts.get(1);
  }

  /** Resource, name and subresource, as far as the path has them. */
  private List<String> parts() {
    List<String> parts = List.of(path.substring(1).split("/"));
    int group = parts.getFirst().equals("apis") ? 3 : 2;
    if (parts.size() <= group) {
      return List.of();
    }
    boolean namespaced = parts.get(group).equals("namespaces") && parts.size() > group + 2;
    return parts.subList(namespaced ? group + 2 : group, parts.size());
  }

  @Override
  public String toString() {
    return "request %d: %s %s"
        .formatted(number, method, query.isEmpty() ? path : path + "?" + query);
  }
}
