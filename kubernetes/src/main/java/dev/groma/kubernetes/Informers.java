package dev.groma.kubernetes;

import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.util.function.Consumer;

/** Starts informers that nobody goes blind with unnoticed. */
public final class Informers {

  private Informers() {}

  /** Hears what becomes of objects. */
  public interface Listener<T> {

    /** One that is new, or has changed. */
    void seen(T object);

    /** One that is there no more, as it was last seen. */
    void gone(T object);
  }

  /**
   * Begins to watch; returns when everything there is has been seen.
   *
   * @param blind is told when the watch has ended for good; until then it is taken up again by
   *     itself
   */
  public static <T> void start(
      SharedIndexInformer<T> informer, Listener<T> listener, Consumer<Throwable> blind) {
    informer
        .exceptionHandler((started, error) -> true)
        .addEventHandler(
            new ResourceEventHandler<>() {
              @Override
              public void onAdd(T object) {
                listener.seen(object);
              }

              @Override
              public void onUpdate(T before, T object) {
                listener.seen(object);
              }

              @Override
              public void onDelete(T object, boolean stateUnknown) {
                listener.gone(object);
              }
            });
    informer
        .stopped()
        .whenComplete((ended, error) -> {
          if (error != null) {
            blind.accept(error);
          }
        });
    informer.start().toCompletableFuture().join();
  }
}
