package dev.groma.cluster.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiRequestTest {

  @ParameterizedTest
  @CsvSource({
    "/api/v1/namespaces/demo/pods,                                  pods,               ''",
    "/api/v1/namespaces/demo/pods/ridge,                            pods,               ridge",
    "/api/v1/namespaces/demo,                                       namespaces,         demo",
    "/api/v1/nodes/one/status,                                      nodes/status,       one",
    "/apis/batch/v1/jobs,                                           jobs,               ''",
    "/apis/groma.dev/v1alpha1/namespaces/demo/layoutjobs/a/status,  layoutjobs/status,  a",
    "/apis/groma.dev/v1alpha1,                                      '',                 ''",
    "/version,                                                      '',                 ''"
  })
  void thePathTellsWhatARequestIsAbout(String path, String resource, String name) {
    ApiRequest request = new ApiRequest(1, "GET", path, "", "");

    assertThat(request.resource()).isEqualTo(resource);
    assertThat(request.name()).isEqualTo(name);
  }

  @Test
  void theHeartbeatOfALeaseIsNoWriteOfInterest() {
    String lease = "/apis/coordination.k8s.io/v1/namespaces/demo/leases/leader";

    assertThat(ApiRequests.writes()).rejects(new ApiRequest(1, "PUT", lease, "", "{}"));
    assertThat(ApiRequests.writes("leases")).accepts(new ApiRequest(1, "PUT", lease, "", "{}"));
  }

  @ParameterizedTest
  @CsvSource({
    "watch=true, true",
    "limit=5&watch=true&x=1, true",
    "watch=false, false",
    "unwatch=true, false"
  })
  void aWatchSaysSoInItsQuery(String query, boolean watch) {
    assertThat(new ApiRequest(1, "GET", "/api/v1/pods", query, "").isWatch()).isEqualTo(watch);
  }
}
