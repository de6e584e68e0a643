package dev.groma.cluster;

import dev.groma.cluster.await.Await;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The programs of a control plane, none of which runs yet. What starts one waits until it is ready.
 */
final class Processes implements AutoCloseable {

  /** It takes 4 s; a machine that builds something else at the same time needs patience. */
  private static final Duration START_LIMIT = Duration.ofMinutes(3);

  private final Component etcd;
  private final Component apiServer;
  private final Component controllerManager;
  private final Probe etcdProbe;
  private final Probe apiServerProbe;

  Processes(
      ControlPlaneOptions options,
      CommandLines commands,
      Path folder,
      Probe etcdProbe,
      Probe apiServerProbe) {
    Place place = options.place();
    etcd = new Component("etcd", commands.etcd(), folder, place);
    apiServer =
        new Component(
            "kube-apiserver", commands.apiServer(options.apiServerFlags()), folder, place);
    controllerManager =
        new Component(
            "kube-controller-manager",
            commands.controllerManager(options.controllers(), options.controllerManagerFlags()),
            folder,
            place);
    this.etcdProbe = etcdProbe;
    this.apiServerProbe = apiServerProbe;
  }

  /** Starts etcd and the API server side by side. */
  void startServers() {
    etcd.start();
    apiServer.start();
    awaitReady(etcd, etcdProbe);
    awaitReady(apiServer, apiServerProbe);
  }

  void startEtcd() {
    etcd.start();
    awaitReady(etcd, etcdProbe);
  }

  void stopEtcd() {
    etcd.stop();
  }

  void startApiServer() {
    apiServer.start();
    awaitReady(apiServer, apiServerProbe);
  }

  void stopApiServer() {
    apiServer.stop();
  }

  void killApiServer() {
    apiServer.kill();
  }

  /** Waits for nothing: whether its controllers act is seen in what they do. */
  void startControllerManager() {
    controllerManager.start();
  }

  void stopControllerManager() {
    controllerManager.stop();
  }

  /** Kills all and waits for their ends. */
  @Override
  public void close() {
    controllerManager.kill();
    apiServer.kill();
    etcd.kill();
    apiServerProbe.close();
    etcdProbe.close();
  }

  private static void awaitReady(Component component, Probe probe) {
    Await.until(
        component + " to be ready",
        START_LIMIT,
        () -> {
          component.checkAlive();
          return probe.isReady();
        });
  }
}
