package dev.groma.cluster;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a control plane is to be like; {@link #defaults()} suits almost every test.
 *
 * @param crds CRD files or folders of them that are there from the start. The garbage collector
 *     looks for new kinds only every 30 s, so what must be collected soon belongs here rather than
 *     in {@link ControlPlane#applyCrds}
 * @param auditLevel how much of each request the audit log keeps
 * @param controllers names of controllers beside the usual ones
 * @param apiServerFlags further flags of kube-apiserver
 * @param controllerManagerFlags further flags of kube-controller-manager
 * @param place where it runs
 */
public record ControlPlaneOptions(
    List<Path> crds,
    AuditLevel auditLevel,
    List<String> controllers,
    List<String> apiServerFlags,
    List<String> controllerManagerFlags,
    Place place) {

  /** How much of each request the audit log keeps. */
  public enum AuditLevel {
    /** Who, verb, resource, response code. */
    METADATA("Metadata"),
    /** The same and the request's body. */
    REQUEST("Request");

    private final String policyName;

    AuditLevel(String policyName) {
      this.policyName = policyName;
    }

    String policyName() {
      return policyName;
    }
  }

  /** Copies the lists. */
  public ControlPlaneOptions {
    crds = List.copyOf(crds);
    controllers = List.copyOf(controllers);
    apiServerFlags = List.copyOf(apiServerFlags);
    controllerManagerFlags = List.copyOf(controllerManagerFlags);
  }

  /** No CRDs, metadata in the audit log, the usual controllers. */
  public static ControlPlaneOptions defaults() {
    return new ControlPlaneOptions(
        List.of(), AuditLevel.METADATA, List.of(), List.of(), List.of(), Place.LOOPBACK);
  }

  /** With the CRDs of one more file or folder. */
  public ControlPlaneOptions withCrds(Path fileOrFolder) {
    return new ControlPlaneOptions(
        plus(crds, fileOrFolder),
        auditLevel,
        controllers,
        apiServerFlags,
        controllerManagerFlags,
        place);
  }

  /** With this much kept of each request. */
  public ControlPlaneOptions withAuditLevel(AuditLevel level) {
    return new ControlPlaneOptions(
        crds, level, controllers, apiServerFlags, controllerManagerFlags, place);
  }

  /** With one more controller, for example {@code deployment-controller}. */
  public ControlPlaneOptions withController(String name) {
    return new ControlPlaneOptions(
        crds, auditLevel, plus(controllers, name), apiServerFlags, controllerManagerFlags, place);
  }

  /** With one more flag of kube-apiserver, for example {@code --goaway-chance=0.02}. */
  public ControlPlaneOptions withApiServerFlag(String flag) {
    return new ControlPlaneOptions(
        crds, auditLevel, controllers, plus(apiServerFlags, flag), controllerManagerFlags, place);
  }

  /** With one more flag of kube-controller-manager. */
  public ControlPlaneOptions withControllerManagerFlag(String flag) {
    return new ControlPlaneOptions(
        crds, auditLevel, controllers, apiServerFlags, plus(controllerManagerFlags, flag), place);
  }

  /** In another network. */
  public ControlPlaneOptions at(Place other) {
    return new ControlPlaneOptions(
        crds, auditLevel, controllers, apiServerFlags, controllerManagerFlags, other);
  }

  private static <T> List<T> plus(List<T> list, T one) {
    var longer = new ArrayList<>(list);
    longer.add(one);
    return longer;
  }
}
