package dev.groma.cluster.realnode;

import dev.groma.cluster.Component;
import dev.groma.cluster.ControlPlane;
import dev.groma.cluster.Kubeconfig;
import dev.groma.cluster.Place;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The programs of a node that keep running, all of them in its sandbox. */
final class NodeComponents {
  private final Place sandbox;
  private final NodePrograms programs;
  private final NodeFiles files;
  private final List<Component> started = new ArrayList<>();

  NodeComponents(Place sandbox, NodePrograms programs, NodeFiles files) {
    this.sandbox = sandbox;
    this.programs = programs;
    this.files = files;
  }

  Component startContainerd() throws IOException {
    files.writeContainerd(programs.cniPlugins());
    return start("containerd", "containerd", "--config=" + files.path("containerd.toml"));
  }

  Component startKubelet(ControlPlane cluster, String cgroupRoot) throws IOException {
    files.writeKubelet(cluster, RealNode.NAME, sandbox.address(), cgroupRoot);
    Kubeconfig rights = cluster.kubeconfigOfUser("system:node:" + RealNode.NAME, "system:nodes");
    return start(
        "kubelet",
        programs.program("kubelet"),
        "--config=" + files.path("kubelet.yaml"),
        "--kubeconfig=" + rights.path(),
        "--hostname-override=" + RealNode.NAME,
        "--node-ip=" + sandbox.address());
  }

  void startScheduler(ControlPlane cluster) {
    start(
        "kube-scheduler",
        programs.program("kube-scheduler"),
        "--kubeconfig=" + cluster.kubeconfigOfUser("system:kube-scheduler").path(),
        "--leader-elect=false",
        "--bind-address=127.0.0.1");
  }

  void startServiceProxy(ControlPlane cluster) throws IOException {
    files.writeProxy(
        cluster.kubeconfigOfUser("system:kube-proxy"), RealNode.NAME, sandbox.address());
    start(
        "kube-proxy", programs.program("kube-proxy"), "--config=" + files.path("kube-proxy.yaml"));
  }

  /** It looks for the node when it starts, and ends where there is none. */
  void startFirewall(ControlPlane cluster) {
    start(
        "kube-router",
        programs.program("kube-router"),
        "--kubeconfig=" + cluster.kubeconfig().path(),
        "--hostname-override=" + RealNode.NAME,
        "--run-firewall=true",
        "--run-router=false",
        "--run-service-proxy=false",
        "--service-cluster-ip-range=10.0.0.0/24",
        "--health-port=0");
  }

  private Component start(String name, String... command) {
    var component = new Component(name, List.of(command), files.folder(), sandbox);
    started.add(component);
    component.start();
    return component;
  }

  /** Fails when one of them has ended. */
  void checkAlive() {
    started.forEach(Component::checkAlive);
  }

  /** Kills them, the last one first. */
  void kill() {
    started.reversed().forEach(Component::kill);
  }
}
