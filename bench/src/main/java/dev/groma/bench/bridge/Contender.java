package dev.groma.bench.bridge;

/** One way to make jobs. */
interface Contender {

  /** Begins to make so many jobs in a namespace of its own. */
  Run begin(int jobs);

  /** Jobs that are being made. */
  interface Run extends AutoCloseable {

    /** Where they appear. */
    String namespace();

    /** The process that makes them. */
    ProcessHandle process();

    /** Stops it. */
    @Override
    void close();
  }
}
