package dev.groma.bench.bridge;

import dev.groma.cluster.ControlPlane;
import dev.groma.cluster.operator.BridgeRights;
import dev.groma.cluster.packaged.PackagedProgram;
import dev.groma.cluster.sqs.ElasticMq;
import java.util.List;
import java.util.Map;

/** The packaged bridge with its default settings. */
record BridgeProcess(ControlPlane cluster, ElasticMq mq) implements Contender {

  @Override
  public Run begin(int jobs) {
    String namespace = cluster.createNamespace("bridge");
    Intake intake = new Intake(cluster, mq, namespace);
    intake.send(jobs);
    PackagedProgram bridge = start(namespace);
    intake.consume();
    return new Run() {
      @Override
      public String namespace() {
        return namespace;
      }

      @Override
      public ProcessHandle process() {
        return ProcessHandle.of(bridge.pid()).orElseThrow();
      }

      @Override
      public void close() {
        bridge.close();
      }
    };
  }

  /** One for the LayoutQueues of a namespace. */
  PackagedProgram start(String namespace) {
    PackagedProgram bridge =
        PackagedProgram.launch(
            "bridge",
            new PackagedProgram.Launch(
                BridgeRights.production(cluster, namespace),
                Map.of(
                    "GROMA_WATCH_NAMESPACES", namespace,
                    "AWS_ACCESS_KEY_ID", "x",
                    "AWS_SECRET_ACCESS_KEY", "x"),
                List.of(
                    System.getProperty(
                            "groma.bench.jvm", "-Xmx230m -XX:+UseSerialGC -XX:TieredStopAtLevel=1")
                        .split(" "))));
    bridge.awaitReady();
    return bridge;
  }
}
