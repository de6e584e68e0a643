package dev.groma.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.groma.api.layoutjob.LayoutJob;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All manifests of one call of the program.
 *
 * @param layoutJobs in the order in which they were given
 * @param configMaps that inputs may name
 * @param findings what could not be understood
 * @param passedOver objects of other kinds, for a note to the user
 */
public record ManifestSet(
    List<Manifest> layoutJobs,
    List<Manifest> configMaps,
    List<Finding> findings,
    List<Manifest> passedOver) {

  public ManifestSet {
    layoutJobs = List.copyOf(layoutJobs);
    configMaps = List.copyOf(configMaps);
    findings = List.copyOf(findings);
    passedOver = List.copyOf(passedOver);
  }

  /** Sorts out what the sources hold; settings go to every LayoutJob. */
  public static ManifestSet read(List<Source> sources, List<Setting> settings) {
    Sorting sorting = new Sorting(settings);
    sources.forEach(sorting::add);
    return new ManifestSet(
        sorting.layoutJobs, sorting.configMaps, sorting.findings, sorting.passedOver);
  }

  /** The ConfigMap of this name. */
  public Optional<Manifest> configMap(String namespace, String name) {
    return configMaps.stream()
        .filter(map -> map.name().equals(name) && map.namespace().equals(namespace))
        .findFirst();
  }

  private static final class Sorting {
    private final List<Setting> settings;
    private final List<Manifest> layoutJobs = new ArrayList<>();
    private final List<Manifest> configMaps = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Manifest> passedOver = new ArrayList<>();

    Sorting(List<Setting> settings) {
      this.settings = settings;
    }

    void add(Source source) {
      Documents documents = Documents.of(source.text());
      for (Document document : documents.read()) {
        add(source, "", document.root(), document.places());
      }
      documents.problems().forEach(problem -> findings.add(new Finding(source.name(), problem)));
    }

    private void add(Source source, String prefix, JsonNode root, Places places) {
      if (root.isNull()) {
        return; // a document of comments only
      }
      if (!(root instanceof ObjectNode tree)) {
        findings.add(
            new Finding(source.name(), places.of(prefix).problem("a manifest must be an object")));
        return;
      }
      String kind = tree.path("kind").asText();
      if (kind.equals("List")) {
        addItems(source, prefix, tree.path("items"), places);
        return;
      }
      Manifest manifest = new Manifest(source, prefix, tree, places, List.of());
      String apiVersion = tree.path("apiVersion").asText();
      if (kind.equals(LayoutJob.KIND) || apiVersion.startsWith(LayoutJob.GROUP + "/")) {
        addLayoutJob(new Manifest(source, prefix, tree, places, settings));
      } else if (kind.isEmpty() || apiVersion.isEmpty()) {
        findings.add(
            manifest.finding(
                "",
                "a manifest needs apiVersion and kind; for a LayoutJob apiVersion: %s and kind: %s"
                    .formatted(LayoutJob.API_VERSION, LayoutJob.KIND)));
      } else {
        (kind.equals("ConfigMap") ? configMaps : passedOver).add(manifest);
      }
    }

    private void addItems(Source source, String prefix, JsonNode items, Places places) {
      int index = 0;
      for (JsonNode item : items) {
        String path = Places.element(Places.member(prefix, "items"), index++);
        add(source, path, item, places);
      }
    }

    private void addLayoutJob(Manifest job) {
      for (Setting setting : settings) {
        if (!setting.apply(job.tree())) {
          findings.add(job.finding(setting.path(), "cannot be set: what holds it is no object"));
        }
      }
      layoutJobs.add(job);
    }
  }
}
