package dev.groma.cluster.operator;

import dev.groma.cluster.SourceTree;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The packaged operator as a process of its own. */
public final class OperatorProcess implements AutoCloseable {

  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
  private static final int OK = 200;

  private final Child child;
  private final Path folder;
  private final int managementPort;

  private OperatorProcess(Child child, Path folder, int managementPort) {
    this.child = child;
    this.folder = folder;
    this.managementPort = managementPort;
  }

  /** Starts one and returns when it says that it is ready. */
  public static OperatorProcess start(OperatorSettings settings) {
    OperatorProcess operator = launch(settings);
    operator.awaitReady();
    return operator;
  }

  /** Starts one and does not wait for anything. */
  public static OperatorProcess launch(OperatorSettings settings) {
    Path folder = Leash.ofThisJvm().newFolder("operator");
    int port = freePort();
    List<String> arguments = new ArrayList<>(List.of(JAVA.toString()));
    arguments.addAll(settings.jvmArguments());
    arguments.addAll(List.of("-jar", jar().toString()));
    Map<String, String> environment = new HashMap<>(settings.environment());
    environment.put("KUBECONFIG", settings.kubeconfig().path().toString());
    environment.putIfAbsent("GROMA_REPORT_PORT", "0");
    environment.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
    environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(port));
    Child child =
        Leash.ofThisJvm()
            .start(new ChildCommand(arguments, environment, folder, folder.resolve("log")));
    return new OperatorProcess(child, folder, port);
  }

  private static Path jar() {
    Path jar = SourceTree.root().resolve("operator/target/quarkus-app/quarkus-run.jar");
    if (Files.notExists(jar)) {
      throw new IllegalStateException("no packaged operator at " + jar + "; `make build` makes it");
    }
    return jar;
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until it says that it is ready. */
  public void awaitReady() {
    Await.until("the operator to be ready; its log: " + logFile(), this::isReady);
  }

  private boolean isReady() {
    if (!child.isAlive()) {
      throw new IllegalStateException("the operator ended:\n" + log());
    }
    return status("/q/health/ready") == OK;
  }

  /** Whether its liveness probe would succeed. */
  public boolean isLive() {
    return status("/q/health/live") == OK;
  }

  /** Its metrics in Prometheus' format. */
  public String metrics() {
    try {
      return get("/q/metrics").body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int status(String path) {
    try {
      return get(path).statusCode();
    } catch (IOException notYet) {
      return 0;
    }
  }

  private HttpResponse<String> get(String path) throws IOException {
    URI uri = URI.create("http://127.0.0.1:%d%s".formatted(managementPort, path));
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The process id. */
  public long pid() {
    return child.pid();
  }

  /** Completes with the exit code when the process ends: 128 + the signal's number after one. */
  public CompletableFuture<Integer> exit() {
    return child.exit();
  }

  /** Ends it as a power cut would. */
  public void kill() {
    child.killAndWait();
  }

  /** Asks it to stop, as a kubelet does. */
  public void terminate() {
    child.terminate();
  }

  /** Where its log is, as long as this JVM runs. */
  public Path logFile() {
    return folder.resolve("log");
  }

  /** One JSON object a line. */
  public String log() {
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
