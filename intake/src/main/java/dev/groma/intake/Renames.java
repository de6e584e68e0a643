package dev.groma.intake;

import dev.groma.manifest.schema.Violation;
import java.util.List;

/**
 * Where members of a spec come from, so that a mistake is told at the place where the submitter
 * made it.
 *
 * @param all the first that fits counts
 */
record Renames(List<Rename> all) {

  /** The request was a LayoutJob: places are its own. */
  static final Renames NONE = new Renames(List.of());

  /**
   * One member.
   *
   * @param path in the manifest, such as {@code spec.siteLayout.targetCapacityKw}
   * @param origin in the request, such as {@code target_capacity_kw}
   */
  record Rename(String path, String origin) {}

  Renames {
    all = List.copyOf(all);
  }

  static Renames of(Rename... renames) {
    return new Renames(List.of(renames));
  }

  /** What is wrong, as {@code groma validate} says it, told at its origin. */
  String describe(Violation violation) {
    for (Rename rename : all) {
      String path = violation.path();
      if (path.equals(rename.path())
          || path.startsWith(rename.path() + ".")
          || path.startsWith(rename.path() + "[")) {
        return "%s%s: %s (as %s)"
            .formatted(
                rename.origin(), path.substring(rename.path().length()), violation.message(), path);
      }
    }
    return violation.path().isEmpty()
        ? violation.message()
        : "%s: %s".formatted(violation.path(), violation.message());
  }
}
