package dev.groma.engine.rooms.bridge;

import dev.groma.engine.BadInputException;
import dev.groma.engine.CancelledException;
import dev.groma.engine.rooms.noding.BoxTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Chooses among candidates, the preferred first; each is chosen once. */
final class Selection {

  private final List<Candidate> byPreference;
  private final List<Candidate> byPlace;
  private final BoxTree tree;
  private final boolean[] isTried;
  private final boolean[] stands;
  private final boolean[] isUsed;
  private final int[] place;

  /**
   * Nothing chosen yet.
   *
   * @param candidates in order of preference; free ends near each other have near numbers
   */
  Selection(List<Candidate> candidates, int endCount) {
    byPreference = candidates;
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < candidates.size(); i++) {
      order.add(i);
    }
    order.sort(Comparator.comparingInt(i -> candidates.get(i).end()));
    byPlace = new ArrayList<>();
    place = new int[candidates.size()];
    double[] boxes = new double[4 * candidates.size()];
    for (int index : order) {
      Candidate c = candidates.get(index);
      int at = byPlace.size();
      place[index] = at;
      byPlace.add(c);
      boxes[4 * at] = Math.min(c.x1(), c.x2());
      boxes[4 * at + 1] = Math.min(c.y1(), c.y2());
      boxes[4 * at + 2] = Math.max(c.x1(), c.x2());
      boxes[4 * at + 3] = Math.max(c.y1(), c.y2());
    }
    tree = BoxTree.of(boxes);
    isTried = new boolean[candidates.size()];
    stands = new boolean[candidates.size()];
    isUsed = new boolean[endCount];
  }

  /** A candidate by its number in order of preference. */
  Candidate get(int number) {
    return byPreference.get(number);
  }

  /** Numbers of the next ones that go together with each other and with those that stand. */
  List<Integer> next() throws BadInputException, CancelledException {
    List<Integer> chosen = new ArrayList<>();
    for (int number = 0; number < isTried.length; number++) {
      if (!isTried[number] && isFree(byPreference.get(number)) && !crossesOne(number)) {
        isTried[number] = true;
        setStanding(number, true);
        chosen.add(number);
      }
    }
    return chosen;
  }

  /** Gives the ends of a candidate free again: it was of no use. */
  void release(int number) {
    setStanding(number, false);
  }

  private boolean isFree(Candidate candidate) {
    return !isUsed[candidate.end()] && (candidate.otherEnd() < 0 || !isUsed[candidate.otherEnd()]);
  }

  private void setStanding(int number, boolean isStanding) {
    Candidate candidate = byPreference.get(number);
    stands[place[number]] = isStanding;
    isUsed[candidate.end()] = isStanding;
    if (candidate.otherEnd() >= 0) {
      isUsed[candidate.otherEnd()] = isStanding;
    }
  }

  private boolean crossesOne(int number) throws BadInputException, CancelledException {
    Candidate candidate = byPreference.get(number);
    boolean[] crosses = new boolean[1];
    tree.visit(
        Math.min(candidate.x1(), candidate.x2()),
        Math.min(candidate.y1(), candidate.y2()),
        Math.max(candidate.x1(), candidate.x2()),
        Math.max(candidate.y1(), candidate.y2()),
        at -> crosses[0] |= stands[at] && candidate.crosses(byPlace.get(at)));
    return crosses[0];
  }
}
