package dev.groma.api.runner;

import org.jspecify.annotations.Nullable;

/** The checks that every document of the contract makes of its own members. */
final class RunnerDocuments {

  private RunnerDocuments() {}

  static void check(@Nullable String apiVersion, @Nullable String kind, String expectedKind) {
    if (!RunnerContract.API_VERSION.equals(apiVersion) || !expectedKind.equals(kind)) {
      throw new IllegalArgumentException(
          "expected %s %s, was %s %s"
              .formatted(RunnerContract.API_VERSION, expectedKind, apiVersion, kind));
    }
  }

  /** A member that JSON may hold as null although it must not. */
  static <T> T required(@Nullable T member, String name) {
    if (member == null) {
      throw new IllegalArgumentException(name + " must be set");
    }
    return member;
  }
}
