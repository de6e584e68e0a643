package dev.groma.engine.rooms.output;

import java.util.List;

/** Lists of wall ids in the order a person expects: {@code w2} before {@code w10}. */
final class WallIds {

  private WallIds() {}

  /** The ids in an order that does not depend on the order of the walls. */
  static List<String> sorted(List<String> ids) {
    return ids.size() < 2 ? ids : ids.stream().sorted(WallIds::compare).toList();
  }

  /** By the text before the number at the end, then by the number, then by the whole. */
  private static int compare(String a, String b) {
    int numberA = startOfNumber(a);
    int numberB = startOfNumber(b);
    int order = a.substring(0, numberA).compareTo(b.substring(0, numberB));
    if (order == 0) {
      // Without leading zeros the longer number is the larger, and of equally long ones text tells.
      String digitsA = withoutZeros(a, numberA);
      String digitsB = withoutZeros(b, numberB);
      order = Integer.compare(digitsA.length(), digitsB.length());
      order = order == 0 ? digitsA.compareTo(digitsB) : order;
    }
    return order == 0 ? a.compareTo(b) : order;
  }

  private static int startOfNumber(String id) {
    int start = id.length();
    while (start > 0 && id.charAt(start - 1) >= '0' && id.charAt(start - 1) <= '9') {
      start--;
    }
    return start;
  }

  private static String withoutZeros(String id, int start) {
    int first = start;
    while (first < id.length() && id.charAt(first) == '0') {
      first++;
    }
    return id.substring(first);
  }
}
