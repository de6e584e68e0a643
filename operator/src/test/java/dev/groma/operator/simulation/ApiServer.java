package dev.groma.operator.simulation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Stores objects, gives each change a version, and tells of it. */
final class ApiServer {

  /** Kinds of objects; each has a watch of its own. */
  enum Kind {
    LAYOUT_JOB,
    JOB,
    POD,
    RESULT
  }

  /**
   * A change.
   *
   * @param before null where the object is new
   * @param after null where it is gone
   * @param version of the change
   */
  record Change(
      Kind kind, String name, @Nullable Stored before, @Nullable Stored after, long version) {}

  /** Hears of changes, at once. */
  interface Watcher {
    void changed(Change change);
  }

  private final Map<Kind, Map<String, Stored>> objects = new EnumMap<>(Kind.class);
  private final List<Watcher> watchers = new ArrayList<>();
  private long version = 100;

  ApiServer() {
    for (Kind kind : Kind.values()) {
      objects.put(kind, new LinkedHashMap<>());
    }
  }

  void watch(Watcher watcher) {
    watchers.add(watcher);
  }

  /** Stores an object. */
  <T extends Stored> T put(Kind kind, LongFunction<T> object) {
    version++;
    T after = object.apply(version);
    Stored before = objects.get(kind).put(after.name(), after);
    tell(new Change(kind, after.name(), before, after, version));
    return after;
  }

  /** Removes an object; one that is gone is left alone. */
  void remove(Kind kind, String name) {
    Stored before = objects.get(kind).remove(name);
    if (before != null) {
      version++;
      tell(new Change(kind, name, before, null, version));
    }
  }

  private void tell(Change change) {
    watchers.forEach(watcher -> watcher.changed(change));
  }

  long version() {
    return version;
  }

  Map<String, Stored> all(Kind kind) {
    return objects.get(kind);
  }

  Stored.@Nullable Job layoutJob() {
    for (Stored stored : objects.get(Kind.LAYOUT_JOB).values()) {
      return (Stored.Job) stored;
    }
    return null;
  }

  Stored.@Nullable Batch job(String name) {
    return (Stored.Batch) objects.get(Kind.JOB).get(name);
  }

  Stored.@Nullable Pod pod(String name) {
    return (Stored.Pod) objects.get(Kind.POD).get(name);
  }

  /** All Jobs. */
  List<Stored.Batch> jobs() {
    return objects.get(Kind.JOB).values().stream().map(Stored.Batch.class::cast).toList();
  }

  /** All Pods. */
  List<Stored.Pod> pods() {
    return objects.get(Kind.POD).values().stream().map(Stored.Pod.class::cast).toList();
  }

  /** The Pods that a Job controls. */
  List<Stored.Pod> podsOf(String jobUid) {
    return pods().stream().filter(pod -> pod.jobUid().equals(jobUid)).toList();
  }
}
