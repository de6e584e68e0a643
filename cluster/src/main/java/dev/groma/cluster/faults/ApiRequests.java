package dev.groma.cluster.faults;

import java.util.Set;
import java.util.function.Predicate;

/** Which requests are meant. */
public final class ApiRequests {
  private ApiRequests() {}

  /** All of them. */
  public static Predicate<ApiRequest> any() {
    return request -> true;
  }

  /** Those that change an object; the heartbeat of a Lease is none of them. */
  public static Predicate<ApiRequest> writes() {
    return request -> request.isWrite() && !request.resource().equals("leases");
  }

  /**
   * Those that change an object of one of these resources.
   *
   * @param resources for example {@code jobs}, {@code layoutjobs/status}
   */
  public static Predicate<ApiRequest> writes(String... resources) {
    Set<String> wanted = Set.of(resources);
    return request -> request.isWrite() && wanted.contains(request.resource());
  }

  /** Those that ask for changes as they come. */
  public static Predicate<ApiRequest> watches() {
    return ApiRequest::isWatch;
  }
}
