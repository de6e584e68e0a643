package dev.groma.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class UnstoppableTest {

  @Test
  void theResultOfTheWorkIsHandedOn() throws Exception {
    assertThat(Unstoppable.of(EngineContext.silent(), () -> 42)).isEqualTo(42);
  }

  @Test
  void whatTheWorkThrowsIsThrown() {
    assertThatThrownBy(() ->
            Unstoppable.of(
                EngineContext.silent(),
                () -> {
                  throw new IllegalStateException("broken");
                }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("broken");
  }

  @Test
  void aRunThatIsAskedToStopDoesNotWaitForTheWork() {
    CountDownLatch never = new CountDownLatch(1);
    AtomicInteger asked = new AtomicInteger();
    EngineContext stopping =
        new EngineContext() {
          @Override
          public void progress(int percent, String stage) {}

          @Override
          public void checkCancelled() throws CancelledException {
            if (asked.incrementAndGet() == 3) {
              throw new CancelledException();
            }
          }
        };
    assertThatThrownBy(() -> Unstoppable.of(stopping, () -> awaited(never)))
        .isInstanceOf(CancelledException.class);
    assertThat(never.getCount()).isEqualTo(1);
    never.countDown();
  }

  private static boolean awaited(CountDownLatch latch) {
    try {
      latch.await();
      return true;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
