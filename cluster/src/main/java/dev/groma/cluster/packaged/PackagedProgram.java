package dev.groma.cluster.packaged;

import dev.groma.cluster.Kubeconfig;
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

/** One of Groma's Quarkus programs, as it is packaged, as a process of its own. */
public final class PackagedProgram implements AutoCloseable {

  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
  private static final int OK = 200;

  private final String module;
  private final Child child;
  private final Path folder;
  private final int managementPort;

  private PackagedProgram(String module, Child child, Path folder, int managementPort) {
    this.module = module;
    this.child = child;
    this.folder = folder;
    this.managementPort = managementPort;
  }

  /**
   * How a program is started.
   *
   * @param kubeconfig its rights, and its way to the API server
   * @param environment its settings
   * @param jvmArguments for example {@code -Xmx256m}
   */
  public record Launch(
      Kubeconfig kubeconfig, Map<String, String> environment, List<String> jvmArguments) {
    /** Copies the collections. */
    public Launch {
      environment = Map.copyOf(environment);
      jvmArguments = List.copyOf(jvmArguments);
    }
  }

  /**
   * Starts one and does not wait for anything.
   *
   * @param module whose program it is, such as operator
   */
  public static PackagedProgram launch(String module, Launch launch) {
    Path folder = Leash.ofThisJvm().newFolder(module);
    int port = freePort();
    List<String> arguments = new ArrayList<>(List.of(JAVA.toString()));
    arguments.addAll(launch.jvmArguments());
    arguments.addAll(List.of("-jar", jar(module).toString()));
    Map<String, String> environment = new HashMap<>(launch.environment());
    environment.put("KUBECONFIG", launch.kubeconfig().path().toString());
    environment.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
    environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(port));
    Child child =
        Leash.ofThisJvm()
            .start(new ChildCommand(arguments, environment, folder, folder.resolve("log")));
    return new PackagedProgram(module, child, folder, port);
  }

  private static Path jar(String module) {
    Path jar = SourceTree.root().resolve(module + "/target/quarkus-app/quarkus-run.jar");
    if (Files.notExists(jar)) {
      throw new IllegalStateException(
          "no packaged %s at %s; `make build` makes it".formatted(module, jar));
    }
    return jar;
  }

  /** A port that nobody listens on. */
  public static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until it says that it is ready. */
  public void awaitReady() {
    Await.until("the %s to be ready; its log: %s".formatted(module, logFile()), this::isReady);
  }

  private boolean isReady() {
    if (!child.isAlive()) {
      throw new IllegalStateException("the %s ended:%n%s".formatted(module, log()));
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
