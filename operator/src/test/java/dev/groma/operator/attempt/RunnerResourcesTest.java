package dev.groma.operator.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.operator.LayoutJobs;
import dev.groma.operator.TestOperator;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Memory has one limit, which an attempt may outgrow; CPU has one only where the spec says so. */
class RunnerResourcesTest {

  @ParameterizedTest
  @CsvSource({
    // spec                                                     memory  requests
    // limits
    "'{}',                                                      1Gi,    '{cpu=250m, memory=1Gi}',   {memory=1Gi}",
    "'{requests: {cpu: \"2\"}}',                                1Gi,    '{cpu=2, memory=1Gi}',      {memory=1Gi}",
    "'{requests: {memory: 512Mi}}',                             1Gi,    '{cpu=250m, memory=512Mi}', {memory=1Gi}",
    "'{requests: {memory: 512Mi}, limits: {memory: 1Gi}}',      4Gi,    '{cpu=250m, memory=512Mi}', {memory=4Gi}",
    "'{requests: {memory: 2Gi}, limits: {memory: 1Gi}}',        1Gi,    '{cpu=250m, memory=1Gi}',   {memory=1Gi}",
    "'{limits: {cpu: \"3\"}}',                                  1Gi,    '{cpu=250m, memory=1Gi}',   '{cpu=3, memory=1Gi}'",
  })
  void are_what_the_spec_asks_for_else_the_settings(
      String resources, String memory, String requests, String limits) {
    ResourceRequirements made =
        RunnerResources.of(
            LayoutJobs.spec("execution: {resources: %s}".formatted(resources)).execution(),
            memory,
            TestOperator.settings());

    assertThat(new TreeMap<>(made.getRequests())).hasToString(requests);
    assertThat(new TreeMap<>(made.getLimits())).hasToString(limits);
  }
}
