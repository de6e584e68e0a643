package dev.groma.cluster.faults;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Test;

class TrickleProxyTest {

  private static final byte[] ANSWER = "an answer of some length".getBytes(US_ASCII);

  @Test
  void an_answer_begins_while_it_is_held_and_is_whole_when_it_is_released() throws IOException {
    try (ServerSocket server = server();
        TrickleProxy proxy = proxyOf(server)) {
      proxy.hold();
      try (Socket client = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
          InputStream in = client.getInputStream()) {
        int first = in.read();
        int ready = in.available();
        proxy.release();
        byte[] rest = in.readAllBytes();

        assertThat(first).isEqualTo('a');
        assertThat(ready).isLessThan(ANSWER.length - 1);
        assertThat(rest).hasSize(ANSWER.length - 1).endsWith(ANSWER[ANSWER.length - 1]);
      }
    }
  }

  @Test
  void an_answer_comes_at_once_while_nothing_is_held() throws IOException {
    try (ServerSocket server = server();
        TrickleProxy proxy = proxyOf(server);
        Socket client = new Socket(InetAddress.getLoopbackAddress(), proxy.port())) {
      assertThat(client.getInputStream().readAllBytes()).isEqualTo(ANSWER);
    }
  }

  private static TrickleProxy proxyOf(ServerSocket server) {
    return new TrickleProxy(InetAddress.getLoopbackAddress(), server.getLocalPort());
  }

  /** Answers one connection and ends it. */
  private static ServerSocket server() throws IOException {
    var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    Thread.ofVirtual()
        .start(() -> {
          try (Socket socket = server.accept()) {
            socket.getOutputStream().write(ANSWER);
          } catch (IOException closed) {
            // the test is over
          }
        });
    return server;
  }
}
