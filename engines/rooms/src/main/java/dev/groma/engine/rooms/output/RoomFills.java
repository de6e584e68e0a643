package dev.groma.engine.rooms.output;

import dev.groma.engine.draw.Palette;
import dev.groma.engine.rooms.Face;
import dev.groma.engine.rooms.Neighbour;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Chooses fills so that rooms side by side differ, as far as there are fills. */
final class RoomFills {

  private RoomFills() {}

  /**
   * A number of {@link Palette#FILLS} for each room, in their order: among those that no neighbour
   * has, the one used least so far.
   */
  static int[] of(List<Face> rooms) {
    Map<String, Integer> indexes = HashMap.newHashMap(rooms.size());
    for (int i = 0; i < rooms.size(); i++) {
      indexes.put(rooms.get(i).id(), i);
    }
    int count = Palette.FILLS.size();
    int[] fills = new int[rooms.size()];
    long[] used = new long[count];
    for (int i = 0; i < fills.length; i++) {
      boolean[] taken = new boolean[count];
      for (Neighbour neighbour : rooms.get(i).neighbours()) {
        Integer other = indexes.get(neighbour.faceId());
        if (other != null && other < i) {
          taken[fills[other]] = true;
        }
      }
      fills[i] = leastUsed(used, taken);
      used[fills[i]]++;
    }
    return fills;
  }

  private static int leastUsed(long[] used, boolean[] taken) {
    int best = 0;
    for (int fill = 1; fill < used.length; fill++) {
      boolean freer = taken[best] && !taken[fill];
      boolean asFree = taken[best] == taken[fill];
      if (freer || (asFree && used[fill] < used[best])) {
        best = fill;
      }
    }
    return best;
  }
}
