package dev.groma.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LeaseHolderTest {

  @Test
  void a_holder_is_told_by_its_host_and_by_the_lease_where_that_has_no_name() {
    assertThat(LeaseHolder.of("groma-7d9f-x2k", "groma-operator")).startsWith("groma-7d9f-x2k_");
    assertThat(LeaseHolder.of(null, "groma-operator")).startsWith("groma-operator_");
  }

  @Test
  void two_processes_of_one_host_are_two_holders() {
    assertThat(LeaseHolder.of("host", "lease")).isNotEqualTo(LeaseHolder.of("host", "lease"));
  }
}
