package dev.groma.operator.simulation;

import dev.groma.operator.simulation.ApiServer.Change;
import dev.groma.operator.simulation.ApiServer.Kind;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What one operator believes to be stored: each kind in the order in which it changed, and no order
 * between kinds.
 */
final class Caches implements ApiServer.Watcher {

  private static final long LAG_MAX = 30_000;
  private static final long USUAL_LAG_MAX = 60;
  private static final long BREAK_MAX = 120_000;

  private final World world;
  private final Consumer<Change> delivered;
  private final Map<Kind, Cache> caches = new EnumMap<>(Kind.class);

  /** Caches that tell of what reaches them. */
  Caches(World world, Consumer<Change> delivered) {
    this.world = world;
    this.delivered = delivered;
    for (Kind kind : Kind.values()) {
      caches.put(kind, new Cache());
    }
  }

  private static final class Cache {
    private final Map<String, Stored> objects = new LinkedHashMap<>();
    private long newest;
    private long free;
    private int connection;
    private boolean broken;
  }

  @Override
  public void changed(Change change) {
    Cache cache = caches.get(change.kind());
    if (cache.broken) {
      return;
    }
    if (world.chance().perMille(world.faults().brokenWatch())) {
      breakDown(change.kind(), cache);
      return;
    }
    boolean late = world.chance().perMille(world.faults().lag());
    long lag = world.chance().between(1, late ? LAG_MAX : USUAL_LAG_MAX);
    cache.free = Math.max(cache.free, world.agenda().millis() + lag);
    int connection = cache.connection;
    world
        .agenda()
        .in(
            cache.free - world.agenda().millis(),
            () -> {
              if (cache.connection == connection) {
                deliver(cache, change);
              }
            });
  }

  private void deliver(Cache cache, Change change) {
    take(cache, change);
    delivered.accept(change);
    if (world.chance().perMille(world.faults().duplicate())) {
      world.soon(1, LAG_MAX, () -> delivered.accept(change));
    }
  }

  private static void take(Cache cache, Change change) {
    cache.newest = Math.max(cache.newest, change.version());
    Stored cached = cache.objects.get(change.name());
    if (cached != null && cached.version() > change.version()) {
      return;
    }
    if (change.after() == null) {
      cache.objects.remove(change.name());
    } else {
      cache.objects.put(change.name(), change.after());
    }
  }

  private void breakDown(Kind kind, Cache cache) {
    cache.broken = true;
    cache.connection++;
    world.soon(100, BREAK_MAX, () -> list(kind));
  }

  /** Lists a kind, and tells of whatever has changed. */
  private void list(Kind kind) {
    Cache cache = caches.get(kind);
    Map<String, Stored> before = Map.copyOf(cache.objects);
    cache.broken = false;
    cache.connection++;
    cache.objects.clear();
    cache.objects.putAll(world.api().all(kind));
    cache.newest = world.api().version();
    cache.free = world.agenda().millis();
    cache.objects.forEach((name, object) -> {
      Stored old = before.get(name);
      if (old == null || old.version() != object.version()) {
        delivered.accept(new Change(kind, name, old, object, object.version()));
      }
    });
    before.forEach((name, object) -> {
      if (!cache.objects.containsKey(name)) {
        delivered.accept(new Change(kind, name, object, null, cache.newest));
      }
    });
  }

  /** Lists all, as at the start of a process. */
  void listAll() {
    for (Kind kind : Kind.values()) {
      list(kind);
    }
  }

  /** Puts in what this operator has written itself, as the SDK does. */
  void putOwn(Kind kind, Stored object) {
    Cache cache = caches.get(kind);
    Stored cached = cache.objects.get(object.name());
    boolean news = cached == null || cached.version() < object.version();
    if (news && object.version() > cache.newest) {
      cache.objects.put(object.name(), object);
    }
  }

  Stored.@Nullable Job layoutJob() {
    for (Stored stored : caches.get(Kind.LAYOUT_JOB).objects.values()) {
      return (Stored.Job) stored;
    }
    return null;
  }

  Collection<Stored> all(Kind kind) {
    return caches.get(kind).objects.values();
  }
}
