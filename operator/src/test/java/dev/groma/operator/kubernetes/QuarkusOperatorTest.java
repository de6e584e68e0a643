package dev.groma.operator.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.layoutjob.Phase;
import dev.groma.cluster.await.Await;
import dev.groma.operator.LayoutJobs;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.javaoperatorsdk.operator.Operator;
import io.javaoperatorsdk.operator.api.config.ControllerConfiguration;
import io.javaoperatorsdk.operator.processing.retry.GenericRetry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The operator as Quarkus puts it together, in all namespaces, with the rights of production. */
@QuarkusTest
@WithTestResource(ProductionLikeCluster.class)
class QuarkusOperatorTest {

  @TestHTTPResource(value = "health/ready", management = true)
  URI readiness;

  @TestHTTPResource(value = "health/live", management = true)
  URI liveness;

  @TestHTTPResource(value = "metrics", management = true)
  URI metrics;

  @Inject Operator operator;

  private KubernetesClient admin;

  @BeforeEach
  void connect() {
    admin =
        new KubernetesClientBuilder()
            .withConfig(
                Config.fromKubeconfig(new File(System.getProperty(ProductionLikeCluster.ADMIN))))
            .build();
  }

  @AfterEach
  void disconnect() {
    admin.close();
  }

  @Test
  void is_alive_and_ready_once_its_caches_are_filled() throws Exception {
    assertThat(get(liveness).statusCode()).isEqualTo(200);
    assertThat(get(readiness))
        .returns(200, HttpResponse::statusCode)
        .extracting(HttpResponse::body)
        .asString()
        .contains("\"layoutjob\": \"OK\"");
  }

  @Test
  void has_the_settings_of_the_reconcilers_annotations() {
    ControllerConfiguration<?> settings =
        operator.getRegisteredControllers().iterator().next().getConfiguration();

    assertThat(settings.fieldManager()).isEqualTo("groma-operator");
    assertThat(settings.getInformerConfig().getInformerListLimit()).isEqualTo(500);
    assertThat(settings.getRetry())
        .asInstanceOf(InstanceOfAssertFactories.type(GenericRetry.class))
        .returns(-1, GenericRetry::getMaxAttempts)
        .returns(1_000L, GenericRetry::getInitialInterval)
        .returns(2.0, GenericRetry::getIntervalMultiplier)
        .returns(10_000L, GenericRetry::getMaxInterval);
  }

  @Test
  void carries_a_job_to_its_end_and_measures_it() throws Exception {
    // The Pod double's runners leave no word.
    runToItsEnd("measured");

    String page = get(metrics).body();
    assertThat(page)
        .contains(
            "groma_jobs_finished_total{engine=\"roomDetection\",reason=\"RunnerProtocolError\"")
        .contains("groma_api_writes_total{object=\"status\",outcome=\"done\"")
        .contains("groma_reconciles_total{decision=\"CreateJob\"")
        .contains("groma_job_queue_seconds_count{engine=\"roomDetection\"");
  }

  @Test
  void survives_connections_that_fall_silent() {
    runToItsEnd("before-silence");

    System.setProperty(ProductionLikeCluster.SILENT_BEFORE, Long.toString(System.nanoTime()));

    runToItsEnd("after-silence");
  }

  private void runToItsEnd(String name) {
    admin
        .resource(new NamespaceBuilder().withNewMetadata().withName(name).endMetadata().build())
        .create();
    Await.until(
        "Pods to be possible in " + name,
        () -> admin.serviceAccounts().inNamespace(name).withName("default").get() != null);
    LayoutJobs jobs = new LayoutJobs(admin, name);
    LayoutJob job = jobs.create("flat");
    jobs.await("flat", Phase.FAILED);
    assertThat(jobs.jobs(job)).hasSize(1);
  }

  private static HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }
  }
}
