package dev.groma.e2e;

import dev.groma.cluster.Kubeconfig;
import dev.groma.cluster.await.Await;
import dev.groma.cluster.process.Child;
import dev.groma.cluster.process.ChildCommand;
import dev.groma.cluster.process.Leash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The packaged operator as a process of its own, watching one namespace. */
final class OperatorProcess implements AutoCloseable {

  private final Child child;
  private final Path folder;
  private final int managementPort;

  private OperatorProcess(Child child, Path folder, int managementPort) {
    this.child = child;
    this.folder = folder;
    this.managementPort = managementPort;
  }

  /** Starts it with the rights of this kubeconfig and returns when it says that it is ready. */
  static OperatorProcess start(Kubeconfig kubeconfig, String namespace) throws IOException {
    Path folder = Leash.ofThisJvm().newFolder("operator");
    int port = freePort();
    Child child =
        Leash.ofThisJvm()
            .start(
                new ChildCommand(
                    List.of(Layout.JAVA.toString(), "-jar", Layout.OPERATOR_JAR.toString()),
                    Map.of(
                        "KUBECONFIG",
                        kubeconfig.path().toString(),
                        "GROMA_RUNNER_IMAGE",
                        Layout.RUNNER_IMAGE,
                        "GROMA_WATCH_NAMESPACES",
                        namespace,
                        "GROMA_REPORT_PORT",
                        "0",
                        "QUARKUS_MANAGEMENT_HOST",
                        "127.0.0.1",
                        "QUARKUS_MANAGEMENT_PORT",
                        Integer.toString(port)),
                    folder,
                    folder.resolve("log")));
    OperatorProcess operator = new OperatorProcess(child, folder, port);
    Await.until("the operator to be ready; its log: " + operator.logFile(), operator::isReady);
    return operator;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private boolean isReady() {
    if (!child.isAlive()) {
      throw new IllegalStateException("the operator ended:\n" + log());
    }
    try (HttpClient http = HttpClient.newHttpClient()) {
      URI ready = URI.create("http://127.0.0.1:%d/q/health/ready".formatted(managementPort));
      return http.send(
                  HttpRequest.newBuilder(ready).build(), HttpResponse.BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Ends it as a power cut would. */
  void kill() {
    child.killAndWait();
  }

  Path logFile() {
    return folder.resolve("log");
  }

  /** One JSON object a line. */
  String log() {
    try {
      return Files.readString(logFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    kill();
  }
}
