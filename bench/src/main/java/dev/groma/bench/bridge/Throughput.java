package dev.groma.bench.bridge;

import dev.groma.cluster.ControlPlane;
import dev.groma.cluster.sqs.ElasticMq;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The bridge and its peers in turns, on the same control plane. */
final class Throughput {

  private final Contender bridge;
  private final Contender loop;
  private final Contender consumer;
  private final Meter meter;
  private final int jobs;

  Throughput(ControlPlane cluster, ElasticMq mq, int jobs) {
    this.bridge = new BridgeProcess(cluster, mq);
    this.loop = new CreateLoop(cluster);
    this.consumer = new BareConsumer(cluster, mq);
    this.meter = new Meter(cluster, mq);
    this.jobs = jobs;
  }

  /** One turn of each. */
  private record Turn(Meter.Rate bridge, Meter.Rate loop, Meter.Rate consumer) {

    double toLoop() {
      return bridge.jobsPerSecond() / loop.jobsPerSecond();
    }

    double toConsumer() {
      return bridge.jobsPerSecond() / consumer.jobsPerSecond();
    }
  }

  void run(int turns) {
    BridgeLoad.line(
        "| turn | jobs | bridge, jobs/s | create loop, jobs/s | bridge/loop"
            + " | bare consumer, jobs/s | bridge/consumer |");
    BridgeLoad.line("|---|---|---|---|---|---|---|");
    List<Turn> all = new ArrayList<>();
    for (int number = 1; number <= turns; number++) {
      Turn turn = turn(number);
      all.add(turn);
      BridgeLoad.line(
          "| %d | %,d | %.0f | %.0f | %.2f | %.0f | %.2f |",
          number,
          jobs,
          turn.bridge().jobsPerSecond(),
          turn.loop().jobsPerSecond(),
          turn.toLoop(),
          turn.consumer().jobsPerSecond(),
          turn.toConsumer());
    }
    BridgeLoad.line(
        "| median | | %.0f | %.0f | %.2f | %.0f | %.2f |%n",
        median(all, turn -> turn.bridge().jobsPerSecond()),
        median(all, turn -> turn.loop().jobsPerSecond()),
        median(all, Turn::toLoop),
        median(all, turn -> turn.consumer().jobsPerSecond()),
        median(all, Turn::toConsumer));
    BridgeLoad.line("| CPU for a job, ms | itself | SQS server | control plane | together |");
    BridgeLoad.line("|---|---|---|---|---|");
    cost("bridge", all.stream().map(Turn::bridge).toList());
    cost("create loop", all.stream().map(Turn::loop).toList());
    cost("bare consumer", all.stream().map(Turn::consumer).toList());
    BridgeLoad.line("");
  }

  /** Whoever is later finds a server that is warmer, so they take turns at that, too. */
  private Turn turn(int number) {
    List<Contender> order = new ArrayList<>(List.of(bridge, loop, consumer));
    Collections.rotate(order, number - 1);
    List<Meter.Rate> rates = order.stream().map(one -> meter.measure(one, jobs)).toList();
    return new Turn(
        rates.get(order.indexOf(bridge)),
        rates.get(order.indexOf(loop)),
        rates.get(order.indexOf(consumer)));
  }

  private static void cost(String name, List<Meter.Rate> rates) {
    BridgeLoad.line(
        "| %s | %.2f | %.2f | %.2f | %.2f |",
        name,
        median(rates, rate -> rate.cpu().contender()),
        median(rates, rate -> rate.cpu().queue()),
        median(rates, rate -> rate.cpu().server()),
        median(rates, rate -> rate.cpu().together()));
  }

  private static <T> double median(List<T> of, ToDoubleFunction<T> number) {
    return of.stream().mapToDouble(number).sorted().toArray()[of.size() / 2];
  }
}
