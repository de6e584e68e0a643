package dev.groma.intake;

import com.fasterxml.jackson.databind.JsonNode;
import dev.groma.engine.json.NearestName;
import dev.groma.engine.json.Quoted;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * The forms that a request has. Which one an object is shows in a member that no other form has,
 * its mark; the first form whose mark is there counts.
 */
enum Shape {
  LAYOUT_JOB("a LayoutJob", List.of("apiVersion", "kind", "spec"), List.of("metadata", "status")),
  SPEC(
      "the spec of a LayoutJob",
      List.of("roomDetection", "siteFit", "siteLayout", "videoAnalysis"),
      List.of("seed", "output", "execution", "reuse")),
  S3_EVENTS("a notification of S3", List.of("Records"), List.of()),
  S3_TEST("the test of a notification of S3", List.of("Event"), List.of("Service", "Bucket")),
  EVENT_BRIDGE("an event of EventBridge", List.of("detail-type"), List.of("detail", "source")),
  POINTER("a pointer to a request in S3", List.of("s3"), List.of()),
  SITE(
      "a request for a site layout",
      List.of("site_id"),
      List.of(
          "target_capacity_kw", "use_terrain", "dem_resolution_m", "layout_id", "correlation_id")),
  FIT(
      "a request for a site fit",
      List.of("definition"),
      List.of("app_id", "version", "inputs", "job_id", "correlation_id")),
  WALLS("a request for rooms", List.of("walls"), List.of("job_id", "correlation_id")),
  VIDEO(
      "a request for a video's analysis",
      List.of("video", "video_key", "video_s3_key", "video_id", "upload_id"),
      List.of("job_id"));

  private final String title;
  private final List<String> marks;
  private final List<String> others;

  Shape(String title, List<String> marks, List<String> others) {
    this.title = title;
    this.marks = marks;
    this.others = others;
  }

  /** For a sentence, with its article. */
  String title() {
    return title;
  }

  /** Members that an object of this form may have beside its marks. */
  List<String> others() {
    return others;
  }

  /** The form of a content. */
  static Optional<Shape> of(JsonNode content) {
    return Arrays.stream(values())
        .filter(shape -> shape.marks.stream().anyMatch(content::has))
        .findFirst();
  }

  /** What to say of a content that has none of the forms: the nearest, and what it lacks. */
  static String nearest(JsonNode content) {
    List<String> names =
        content.isObject()
            ? StreamSupport.stream(((Iterable<String>) content::fieldNames).spliterator(), false)
                .toList()
            : List.of();
    return Arrays.stream(values())
        .max(Comparator.comparingLong(shape -> shape.likeness(names)))
        .filter(shape -> shape.likeness(names) > 0)
        .map(shape -> shape.lacking(names))
        .orElseGet(() -> "must be %s".formatted(all()));
  }

  /** How many of the names this form knows, or nearly. */
  private long likeness(List<String> names) {
    return names.stream()
        .filter(name -> others.contains(name) || NearestName.of(name, marks) != null)
        .count();
  }

  private String lacking(List<String> names) {
    for (String name : names) {
      String meant = NearestName.of(name, marks);
      if (meant != null) {
        return "%s is not a known member; did you mean %s, of %s?"
            .formatted(Quoted.bare(name), meant, title);
      }
    }
    return "comes nearest to %s, but lacks the member %s"
        .formatted(title, String.join(" or ", marks));
  }

  private static String all() {
    return Arrays.stream(values())
        .filter(shape -> shape != S3_TEST && shape != VIDEO)
        .map(shape -> "%s (%s)".formatted(shape.title, String.join(", ", shape.marks)))
        .collect(Collectors.joining(", "));
  }
}
