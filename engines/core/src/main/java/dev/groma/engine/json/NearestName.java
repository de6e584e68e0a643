package dev.groma.engine.json;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the name that a person probably meant. */
public final class NearestName {

  /** Longer names are not compared: nobody mistypes them, and the comparison is quadratic. */
  private static final int LONGEST = 64;

  private NearestName() {}

  /**
   * The known name with the least edits from the one given, the first of equals; null when the best
   * needs more than a third of its letters changed. Case, hyphens and underscores do not count.
   */
  public static @Nullable String of(String name, List<String> known) {
    if (name.length() > LONGEST) {
      return null;
    }
    String given = plain(name);
    String best = null;
    int leastEdits = Integer.MAX_VALUE;
    for (String candidate : known) {
      String plain = plain(candidate);
      int edits = edits(given, plain);
      if (edits <= Math.max(1, plain.length() / 3)
          && edits < leastEdits
          && edits < plain.length()) {
        best = candidate;
        leastEdits = edits;
      }
    }
    return best;
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
  }

  /** Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours. */
  private static int edits(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int least =
            Math.min(cost[i - 1][j - 1] + change, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        cost[i][j] = swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
      }
    }
    return cost[a.length()][b.length()];
  }
}
