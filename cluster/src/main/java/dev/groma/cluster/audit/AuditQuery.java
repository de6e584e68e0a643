package dev.groma.cluster.audit;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Requests of an {@link AuditLog} that satisfy every condition given; immutable. */
public final class AuditQuery {
  private static final Set<String> WRITES =
      Set.of("create", "update", "patch", "delete", "deletecollection");

  private final AuditLog log;
  private final Predicate<AuditEvent> condition;

  AuditQuery(AuditLog log, Predicate<AuditEvent> condition) {
    this.log = log;
    this.condition = condition;
  }

  /** Requests of this user. */
  public AuditQuery byUser(String user) {
    return and(event -> event.user().equals(user));
  }

  /** Requests whose user agent starts so. */
  public AuditQuery byUserAgent(String start) {
    return and(event -> event.userAgent().startsWith(start));
  }

  /** Requests with one of these verbs. */
  public AuditQuery verbs(String... verbs) {
    Set<String> wanted = Set.of(verbs);
    return and(event -> wanted.contains(event.verb()));
  }

  /** Requests that change something. */
  public AuditQuery writes() {
    return and(event -> WRITES.contains(event.verb()));
  }

  /**
   * Requests about this resource.
   *
   * @param path {@code jobs} for the resource without its subresources, {@code jobs/status} for one
   */
  public AuditQuery on(String path) {
    return and(event -> event.target().path().equals(path));
  }

  /** Requests within this namespace. */
  public AuditQuery inNamespace(String namespace) {
    return and(event -> event.target().namespace().equals(namespace));
  }

  /** Requests about the object of this name. */
  public AuditQuery named(String name) {
    return and(event -> event.target().name().equals(name));
  }

  /** Requests answered with this HTTP status. */
  public AuditQuery answered(int code) {
    return and(event -> event.code() == code);
  }

  /** Requests that arrived after the mark was set. */
  public AuditQuery since(AuditLog.Mark mark) {
    return and(event -> event.number() >= mark.number());
  }

  /** Requests that satisfy one more condition. */
  public AuditQuery and(Predicate<AuditEvent> more) {
    return new AuditQuery(log, condition.and(more));
  }

  /** The requests in order of arrival. */
  public List<AuditEvent> list() {
    return log.complete().stream().filter(condition).toList();
  }

  /** How many requests there are. */
  public long count() {
    return log.complete().stream().filter(condition).count();
  }

  /** How many requests there are of each kind, for example {@code patch jobs/status} to 2. */
  public SortedMap<String, Long> counts() {
    return log.complete().stream()
        .filter(condition)
        .collect(
            Collectors.groupingBy(
                event -> event.verb() + " " + event.target().path(),
                TreeMap::new,
                Collectors.counting()));
  }
}
