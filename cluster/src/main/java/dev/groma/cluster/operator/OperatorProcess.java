package dev.groma.cluster.operator;

import dev.groma.cluster.packaged.PackagedProgram;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The packaged operator as a process of its own. */
public final class OperatorProcess implements AutoCloseable {

  private final PackagedProgram program;

  private OperatorProcess(PackagedProgram program) {
    this.program = program;
  }

  /** Starts one and returns when it says that it is ready. */
  public static OperatorProcess start(OperatorSettings settings) {
    OperatorProcess operator = launch(settings);
    operator.awaitReady();
    return operator;
  }

  /** Starts one and does not wait for anything. */
  public static OperatorProcess launch(OperatorSettings settings) {
    Map<String, String> environment = new HashMap<>(settings.environment());
    environment.putIfAbsent("GROMA_REPORT_PORT", "0");
    return new OperatorProcess(
        PackagedProgram.launch(
            "operator",
            new PackagedProgram.Launch(
                settings.kubeconfig(), environment, settings.jvmArguments())));
  }

  /** Waits until it says that it is ready. */
  public void awaitReady() {
    program.awaitReady();
  }

  /** Whether its liveness probe would succeed. */
  public boolean isLive() {
    return program.isLive();
  }

  /** Its metrics in Prometheus' format. */
  public String metrics() {
    return program.metrics();
  }

  /** The process id. */
  public long pid() {
    return program.pid();
  }

  /** Completes with the exit code when the process ends: 128 + the signal's number after one. */
  public CompletableFuture<Integer> exit() {
    return program.exit();
  }

  /** Ends it as a power cut would. */
  public void kill() {
    program.kill();
  }

  /** Asks it to stop, as a kubelet does. */
  public void terminate() {
    program.terminate();
  }

  /** Where its log is, as long as this JVM runs. */
  public Path logFile() {
    return program.logFile();
  }

  /** One JSON object a line. */
  public String log() {
    return program.log();
  }

  @Override
  public void close() {
    program.close();
  }
}
