package dev.groma.operator.layoutjob;

import dev.groma.api.layoutjob.LayoutJobStatus;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A cluster that answers as told and remembers in order what was done to it. */
final class FakeCluster implements Cluster {

  final List<Object> effects = new ArrayList<>();
  private final Deque<Write> writes = new ArrayDeque<>();
  private Creation creation = new Creation.Done();

  FakeCluster answersCreation(Creation answer) {
    creation = answer;
    return this;
  }

  /** Answers of writes in order; after the last every write is stored at generation 1. */
  FakeCluster answersWrites(Write... answers) {
    writes.addAll(List.of(answers));
    return this;
  }

  List<LayoutJobStatus> statuses() {
    return effects.stream()
        .filter(LayoutJobStatus.class::isInstance)
        .map(LayoutJobStatus.class::cast)
        .toList();
  }

  List<Announcement> announcements() {
    return effects.stream()
        .filter(Announcement.class::isInstance)
        .map(Announcement.class::cast)
        .toList();
  }

  @Override
  public Snapshot observe() {
    throw new UnsupportedOperationException("actions do not observe");
  }

  @Override
  public Snapshot lookCloser(Snapshot seen) {
    throw new UnsupportedOperationException("actions do not observe");
  }

  @Override
  public Creation createJob(Decision.CreateJob decision) {
    effects.add(decision);
    return creation;
  }

  @Override
  public Write writeStatus(LayoutJobStatus status) {
    effects.add(status);
    return writes.isEmpty() ? new Write.Done(1) : writes.poll();
  }

  @Override
  public void announce(Announcement announcement) {
    effects.add(announcement);
  }
}
