package dev.groma.engine;

/** What a run can tell its runner, and what it must ask: progress out, cancellation and seed in. */
public interface EngineContext {

  /**
   * Reports progress. Cheap; engines call it at stage borders and inside long loops.
   *
   * @param percent of the whole run, 0 to 100, never falling
   * @param stage what is being done, a word or two, such as {@code tracing rooms}
   */
  void progress(int percent, String stage);

  /**
   * Returns normally unless the run was asked to stop. Every loop that can take longer than a few
   * milliseconds consults it.
   *
   * @throws CancelledException when the run was asked to stop
   */
  void checkCancelled() throws CancelledException;

  /**
   * The seed of every random choice that the engine makes, 0 to 2^53 - 1: the same seed, the same
   * choices. 0 where nobody chose one.
   */
  default long seed() {
    return 0;
  }

  /**
   * The same context for a part of the work that counts its own progress from 0 to 100.
   *
   * @param from percent of the whole at which the part begins
   * @param to percent of the whole at which it ends
   */
  default EngineContext part(int from, int to) {
    EngineContext whole = this;
    return new EngineContext() {
      @Override
      public void progress(int percent, String stage) {
        whole.progress(from + (to - from) * percent / 100, stage);
      }

      @Override
      public void checkCancelled() throws CancelledException {
        whole.checkCancelled();
      }

      @Override
      public long seed() {
        return whole.seed();
      }
    };
  }

  /** A context that is never cancelled and tells nobody. */
  static EngineContext silent() {
    return new EngineContext() {
      @Override
      public void progress(int percent, String stage) {}

      @Override
      public void checkCancelled() {}
    };
  }
}
