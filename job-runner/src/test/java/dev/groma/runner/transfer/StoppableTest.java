package dev.groma.runner.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.groma.runner.transfer.Stoppable.StoppedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class StoppableTest {

  private final Stoppable stoppable = new Stoppable();

  @Test
  void a_transfer_gives_what_it_gives() throws Exception {
    assertThat(stoppable.<String>call(() -> "whole")).isEqualTo("whole");
  }

  @Test
  void a_transfer_fails_as_it_fails() {
    assertThatExceptionOfType(TransferException.class)
        .isThrownBy(() -> stoppable.call(() -> fail(TransferException.ofTheMoment("broken"))))
        .withMessage("broken");
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> stoppable.call(() -> fail(new IllegalStateException("a fault"))));
  }

  /** The read itself goes on: nobody waits for it any more. */
  @Test
  void a_transfer_that_waits_for_a_socket_is_left_behind() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
        Socket socket = new Socket(silent.getInetAddress(), silent.getLocalPort())) {
      CountDownLatch begun = new CountDownLatch(1);
      Thread stopper =
          Thread.startVirtualThread(() -> {
            try {
              begun.await();
              stoppable.stop();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          });
      assertThatExceptionOfType(StoppedException.class)
          .isThrownBy(() ->
              stoppable.call(() -> {
                begun.countDown();
                try {
                  return socket.getInputStream().read();
                } catch (IOException closed) {
                  throw TransferException.ofTheMoment(closed.toString());
                }
              }));
      stopper.join();
    }
  }

  @Test
  void nothing_begins_after_a_stop() {
    stoppable.stop();
    assertThatExceptionOfType(StoppedException.class)
        .isThrownBy(() -> stoppable.call(() -> fail(new AssertionError("begun"))));
  }

  @Test
  void a_transfer_that_is_whole_in_spite_of_a_stop_counts() throws Exception {
    assertThat(
            stoppable.<String>call(() -> {
              stoppable.stop();
              return "whole";
            }))
        .isEqualTo("whole");
  }

  @Test
  void a_transfer_that_notices_the_stop_cleans_up_first() throws Exception {
    AtomicBoolean clean = new AtomicBoolean();
    assertThatExceptionOfType(StoppedException.class)
        .isThrownBy(() ->
            stoppable.call(() -> {
              stoppable.stop();
              try {
                return new CountDownLatch(1).await(1, TimeUnit.HOURS);
              } catch (InterruptedException stopped) {
                clean.set(true);
                throw TransferException.ofTheMoment("stopped");
              }
            }));
    assertThat(clean).isTrue();
  }

  private static String fail(Throwable failure) throws TransferException {
    switch (failure) {
      case TransferException transfer -> throw transfer;
      case RuntimeException fault -> throw fault;
      default -> throw new AssertionError(failure);
    }
  }
}
