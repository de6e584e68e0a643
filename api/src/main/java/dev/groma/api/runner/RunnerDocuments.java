package dev.groma.api.runner;

/** The check that every document of the contract makes of its own version and kind. */
final class RunnerDocuments {

  private RunnerDocuments() {}

  static void check(String apiVersion, String kind, String expectedKind) {
    if (!RunnerContract.API_VERSION.equals(apiVersion) || !expectedKind.equals(kind)) {
      throw new IllegalArgumentException(
          "expected %s %s, was %s %s"
              .formatted(RunnerContract.API_VERSION, expectedKind, apiVersion, kind));
    }
  }
}
