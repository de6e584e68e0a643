package dev.groma.engine.sitelayout.read;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a feature of a map stands for, by the names that people give folders and layers. */
enum Role {
  /** Inside it everything stays. */
  BOUNDARY(List.of("AA", "boundary", "site", "parcel")),
  /** Everything keeps out of it. */
  EXCLUSION(List.of("RA", "exclusion", "restricted", "constraint")),
  /** Where the road comes in. */
  ENTRY(List.of("AC", "entry", "entrance", "access", "gate")),
  /** Where a substation stands. */
  SUBSTATION(List.of("ST", "substation"));

  private final List<String> names;

  Role(List<String> names) {
    this.names = names;
  }

  /**
   * The role that a name speaks of: an abbreviation by itself or as the first word, or a word that
   * begins so, in any case. Null where it speaks of none.
   */
  static @Nullable Role of(String name) {
    for (String word : name.strip().split("[^\\p{L}]+")) {
      String lower = word.toLowerCase(Locale.ROOT);
      for (Role role : values()) {
        if (word.equals(role.names.getFirst())) {
          return role;
        }
        for (String known : role.names.subList(1, role.names.size())) {
          if (lower.startsWith(known)) {
            return role;
          }
        }
      }
    }
    return null;
  }
}
