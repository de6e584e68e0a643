package dev.groma.operator.layoutjob;

import dev.groma.api.layoutjob.LayoutJobStatus;
import dev.groma.operator.attempt.RunnerJob;
import dev.groma.operator.life.Decision;
import dev.groma.operator.life.Snapshot;
import dev.groma.operator.life.World;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A cluster that answers as told and remembers in order what was done to it. */
final class FakeCluster implements Cluster {

  final List<Object> effects = new ArrayList<>();
  private final Deque<Write> writes = new ArrayDeque<>();
  private Creation creation = new Creation.Done();
  private World cached = World.empty();
  private World live = World.empty().live();
  private boolean busy;

  FakeCluster answersCreation(Creation answer) {
    creation = answer;
    return this;
  }

  /** Answers of writes in order; after the last every write is stored. */
  FakeCluster answersWrites(Write... answers) {
    writes.addAll(List.of(answers));
    return this;
  }

  FakeCluster shows(World caches, World server) {
    cached = caches;
    live = server;
    return this;
  }

  /** Answers no questions for now. */
  FakeCluster isBusy() {
    busy = true;
    return this;
  }

  List<LayoutJobStatus> statuses() {
    return effects(LayoutJobStatus.class);
  }

  List<Announcement> announcements() {
    return effects(Announcement.class);
  }

  private <T> List<T> effects(Class<T> type) {
    return effects.stream().filter(type::isInstance).map(type::cast).toList();
  }

  @Override
  public Snapshot observe() {
    return cached.snapshot();
  }

  @Override
  public Snapshot lookCloser(Snapshot seen) {
    effects.add("a live look");
    return live.snapshot();
  }

  @Override
  public Optional<Snapshot> askWhy(Snapshot seen) {
    effects.add("a question");
    return busy ? Optional.empty() : Optional.of(live.snapshot());
  }

  @Override
  public Creation createJob(Decision.CreateJob decision) {
    effects.add(decision);
    return creation;
  }

  @Override
  public void stopJob(RunnerJob job) {
    effects.add("stop " + job.name());
  }

  @Override
  public Write writeStatus(LayoutJobStatus status) {
    effects.add(status);
    return writes.isEmpty() ? new Write.Done() : writes.poll();
  }

  @Override
  public void deleteLayoutJob() {
    effects.add("delete the LayoutJob");
  }

  @Override
  public void announce(Announcement announcement) {
    effects.add(announcement);
  }
}
