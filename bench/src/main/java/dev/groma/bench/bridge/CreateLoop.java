package dev.groma.bench.bridge;

import dev.groma.cluster.ControlPlane;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads that create jobs as fast as the API server takes them. */
record CreateLoop(ControlPlane cluster) implements Contender {

  @Override
  public Run begin(int jobs) {
    String namespace = cluster.createNamespace("loop");
    Creator creator = new Creator(cluster, namespace);
    AtomicInteger next = new AtomicInteger();
    return new InThisProcess(
        namespace,
        creator,
        () -> {
          for (int number = next.getAndIncrement();
              number < jobs;
              number = next.getAndIncrement()) {
            creator.create("loop-" + number, Intake.spec(number).toString());
          }
        });
  }
}
