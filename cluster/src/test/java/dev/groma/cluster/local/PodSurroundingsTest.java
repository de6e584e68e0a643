package dev.groma.cluster.local;

import static dev.groma.cluster.local.ShellNode.configMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.authentication.TokenReviewBuilder;
import org.junit.jupiter.api.Test;

/**
 * What a process finds around it: volumes, environment, token, and what init containers have left.
 */
class PodSurroundingsTest extends ShellNodeTest {

  @Test
  void aProcessSeesItsVolumesAtTheirMountPaths() {
    node.create(configMap("input", "walls.json", "[1,2]", "other", "unseen"));
    node.create(
        """
        metadata:
          name: sees
          annotations: {groma.dev/request: '{"seed":42}'}
          labels: {app: groma}
        spec:
          restartPolicy: Never
          volumes:
            - name: request
              downwardAPI:
                items:
                  - path: request.json
                    fieldRef: {fieldPath: "metadata.annotations['groma.dev/request']"}
                  - path: labels
                    fieldRef: {fieldPath: metadata.labels}
            - name: input
              configMap: {name: input, items: [{key: walls.json, path: plan/walls.json}]}
            - name: work
              emptyDir: {}
          containers:
            - name: main
              image: shell
              args:
                - |
                  cat /groma/request/request.json /groma/request/labels
                  cat /groma/input/plan/walls.json; ls /groma/input
                  echo kept > /groma/work/file && cat /groma/work/file
                  echo no > /groma/input/file || echo "read only"
              volumeMounts:
                - {name: request, mountPath: /groma/request}
                - {name: input, mountPath: /groma/input}
                - {name: work, mountPath: /groma/work}
        """);

    node.awaitEnd("sees");

    assertThat(node.log("sees")).startsWith("{\"seed\":42}app=\"groma\"[1,2]plan\nkept\n");
    if (isolation == Isolation.MOUNTS) {
      assertThat(node.log("sees")).endsWith("read only\n");
    }
  }

  @Test
  void theEnvironmentIsThatOfTheContainer() {
    node.create(configMap("settings", "level", "7"));
    node.create(
        """
        metadata: {name: env}
        spec:
          restartPolicy: Never
          containers:
            - name: main
              image: shell
              args: ['echo $NAME $NODE $LEVEL $MEMORY $GREETING $OPTIONAL; env | grep -c USER=']
              resources: {limits: {memory: 3Mi}}
              env:
                - {name: NAME, valueFrom: {fieldRef: {fieldPath: metadata.name}}}
                - {name: NODE, valueFrom: {fieldRef: {fieldPath: spec.nodeName}}}
                - {name: LEVEL, valueFrom: {configMapKeyRef: {name: settings, key: level}}}
                - {name: MEMORY, valueFrom: {resourceFieldRef: {resource: limits.memory}}}
                - {name: GREETING, value: hello-$(NAME)-$(NOBODY)-$$(NAME)}
                - name: OPTIONAL
                  valueFrom: {configMapKeyRef: {name: nowhere, key: x, optional: true}}
        """);

    node.awaitEnd("env");

    assertThat(node.log("env"))
        .isEqualTo(
            "env %s 7 3145728 hello-env-$(NOBODY)-$(NAME)\n0\n".formatted(node.pods().nodeName()));
  }

  @Test
  void aProjectedTokenIsTheServiceAccountsAndBoundToThePod() {
    node.create(
        """
        metadata: {name: token}
        spec:
          restartPolicy: Never
          volumes:
            - name: token
              projected:
                sources:
                  - serviceAccountToken: {audience: groma, expirationSeconds: 600, path: token}
          containers:
            - name: main
              image: shell
              args: [cat /var/run/secrets/groma/token]
              volumeMounts: [{name: token, mountPath: /var/run/secrets/groma}]
        """);
    Pod ended = node.awaitEnd("token");

    var review =
        node.client()
            .tokenReviews()
            .create(
                new TokenReviewBuilder()
                    .withNewSpec()
                    .withToken(node.log("token"))
                    .withAudiences("groma")
                    .endSpec()
                    .build());

    assertThat(review.getStatus().getAuthenticated()).isTrue();
    assertThat(review.getStatus().getAudiences()).containsExactly("groma");
    assertThat(review.getStatus().getUser().getUsername())
        .isEqualTo("system:serviceaccount:" + node.namespace() + ":default");
    assertThat(review.getStatus().getUser().getExtra().get("authentication.kubernetes.io/pod-uid"))
        .containsExactly(ended.getMetadata().getUid());
  }

  @Test
  void aPodWaitsForItsConfigMapAndSaysSo() {
    node.create(
        """
        metadata: {name: waits}
        spec:
          restartPolicy: Never
          volumes: [{name: late, configMap: {name: late, items: [{key: key, path: key}]}}]
          containers:
            - name: main
              image: shell
              args: [cat /groma/late/key]
              volumeMounts: [{name: late, mountPath: /groma/late}]
        """);
    node.awaitWarning("FailedMount", "configmap \"late\" not found");

    node.create(configMap("late", "wrong", "x"));
    node.awaitWarning("FailedMount", "configmap references non-existent key: key");
    assertThat(node.phase("waits")).isEqualTo("Pending");

    node.client()
        .configMaps()
        .inNamespace(node.namespace())
        .withName("late")
        .edit(map -> map.edit().addToData("key", "here").build());
    node.awaitEnd("waits");
    assertThat(node.log("waits")).isEqualTo("here");
  }

  @Test
  void initContainersRunFirstAndShareVolumes() {
    node.create(
        """
        metadata: {name: after}
        spec:
          restartPolicy: Never
          volumes: [{name: shared, emptyDir: {}}]
          initContainers:
            - name: init
              image: shell
              args: [echo first > /shared/file]
              volumeMounts: [{name: shared, mountPath: /shared}]
          containers:
            - name: main
              image: shell
              args: [cat /shared/file]
              volumeMounts: [{name: shared, mountPath: /shared}]
        """);

    node.awaitEnd("after");

    assertThat(node.log("after")).isEqualTo("first\n");
  }
}
