package dev.groma.cluster;

import dev.groma.cluster.await.Await;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionVersion;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Applies CustomResourceDefinitions and waits until the API server serves them. */
final class Crds {
  private final KubernetesClient client;

  Crds(KubernetesClient client) {
    this.client = client;
  }

  void apply(Path fileOrFolder) {
    List<CustomResourceDefinition> applied =
        files(fileOrFolder).stream().flatMap(this::read).map(this::apply).toList();
    if (applied.isEmpty()) {
      throw new IllegalArgumentException("no CustomResourceDefinition in " + fileOrFolder);
    }
    applied.forEach(this::awaitServed);
  }

  private static List<Path> files(Path fileOrFolder) {
    if (!Files.isDirectory(fileOrFolder)) {
      return List.of(fileOrFolder);
    }
    try (Stream<Path> entries = Files.list(fileOrFolder)) {
      return entries
          .filter(file -> file.toString().matches(".*\\.(yaml|yml|json)"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Stream<CustomResourceDefinition> read(Path file) {
    try (InputStream text = Files.newInputStream(file)) {
      return client.load(text).items().stream()
          .filter(CustomResourceDefinition.class::isInstance)
          .map(CustomResourceDefinition.class::cast);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private CustomResourceDefinition apply(CustomResourceDefinition definition) {
    return client
        .apiextensions()
        .v1()
        .customResourceDefinitions()
        .resource(definition)
        .forceConflicts()
        .serverSideApply();
  }

  private void awaitServed(CustomResourceDefinition definition) {
    client
        .apiextensions()
        .v1()
        .customResourceDefinitions()
        .resource(definition)
        .waitUntilCondition(Crds::isEstablished, Await.LIMIT.toSeconds(), TimeUnit.SECONDS);
    // Established is written by one part of the API server and read by another a moment later.
    definition.getSpec().getVersions().stream()
        .filter(CustomResourceDefinitionVersion::getServed)
        .forEach(version -> awaitServed(definition, version.getName()));
  }

  private void awaitServed(CustomResourceDefinition definition, String version) {
    String path =
        "/apis/%s/%s/%s?limit=1"
            .formatted(
                definition.getSpec().getGroup(),
                version,
                definition.getSpec().getNames().getPlural());
    Await.until("the API server to serve " + path, () -> isServed(path));
  }

  private boolean isServed(String path) {
    try {
      return client.raw(path) != null;
    } catch (KubernetesClientException e) {
      return false;
    }
  }

  private static boolean isEstablished(CustomResourceDefinition definition) {
    return definition != null
        && definition.getStatus() != null
        // The API server stores null before the first condition is set.
        && definition.getStatus().getConditions() != null
        && definition.getStatus().getConditions().stream()
            .anyMatch(condition ->
                Objects.equals(condition.getType(), "Established")
                    && Objects.equals(condition.getStatus(), "True"));
  }
}
