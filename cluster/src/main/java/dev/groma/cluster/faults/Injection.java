package dev.groma.cluster.faults;

import dev.groma.cluster.await.Await;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A fault that waits for its requests; closed, it lets them pass. Safe for use by many threads. */
public final class Injection implements AutoCloseable {
  private final Predicate<ApiRequest> which;
  private final Turns turns;
  private final Fault fault;
  private final Consumer<Injection> closed;
  private final AtomicInteger matched = new AtomicInteger();
  private final List<ApiRequest> struck = new CopyOnWriteArrayList<>();

  Injection(Predicate<ApiRequest> which, Turns turns, Fault fault, Consumer<Injection> closed) {
    this.which = which;
    this.turns = turns;
    this.fault = fault;
    this.closed = closed;
  }

  /** The requests that it has struck so far. */
  public List<ApiRequest> struck() {
    return List.copyOf(struck);
  }

  /** Waits until it has struck for the first time; with AFTER_EFFECT the effect is there then. */
  public ApiRequest await() {
    return Await.value("a fault to strike", Await.LIMIT, this::struck, list -> !list.isEmpty())
        .getFirst();
  }

  /** Strikes no further request. Those that it holds stay held. */
  @Override
  public void close() {
    closed.accept(this);
  }

  boolean takes(ApiRequest request) {
    return which.test(request) && turns.include(matched.incrementAndGet());
  }

  Fault fault() {
    return fault;
  }

  void strike(ApiRequest request) {
    struck.add(request);
  }
}
