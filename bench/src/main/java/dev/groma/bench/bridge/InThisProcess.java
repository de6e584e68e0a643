package dev.groma.bench.bridge;

import dev.groma.api.layoutqueue.Receive;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Threads of this process, as many as the bridge works with by default. */
final class InThisProcess implements Contender.Run {

  private static final int THREADS = Receive.DEFAULT.mostAtOnce();

  private final Creator creator;
  private final String namespace;
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

  /** Each of the threads works through it until it returns. */
  InThisProcess(String namespace, Creator creator, Runnable work) {
    this.namespace = namespace;
    this.creator = creator;
    for (int thread = 0; thread < THREADS; thread++) {
      threads.execute(work);
    }
  }

  @Override
  public String namespace() {
    return namespace;
  }

  @Override
  public ProcessHandle process() {
    return ProcessHandle.current();
  }

  /** Waits for the threads. */
  @Override
  public void close() {
    threads.close();
    creator.close();
  }
}
