package dev.groma.cluster.dev;

import dev.groma.cluster.local.LocalImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@link DevCluster} is to run.
 *
 * @param crds file or folder of CustomResourceDefinitions
 * @param images what containers can be started
 * @param operator command of the operator; empty for none
 */
record DevArguments(Path crds, List<LocalImage> images, List<String> operator) {
  static final String USAGE = "arguments: CRDS [-- IMAGE PROGRAM ARGUMENT...]... -- [OPERATOR...]";

  /**
   * Reads groups of words that are separated by {@code --}: the CRDs, one group for each image, the
   * operator's command.
   *
   * @throws IllegalArgumentException with the usage when they make no sense
   */
  static DevArguments parse(List<String> words) {
    List<List<String>> groups = new ArrayList<>();
    groups.add(new ArrayList<>());
    for (String word : words) {
      if (word.equals("--")) {
        groups.add(new ArrayList<>());
      } else {
        groups.getLast().add(word);
      }
    }
    if (groups.size() < 2 || groups.getFirst().size() != 1) {
      throw new IllegalArgumentException(USAGE);
    }
    List<LocalImage> images =
        groups.subList(1, groups.size() - 1).stream().map(DevArguments::image).toList();
    return new DevArguments(Path.of(groups.getFirst().getFirst()), images, groups.getLast());
  }

  private static LocalImage image(List<String> words) {
    if (words.size() < 2) {
      throw new IllegalArgumentException(USAGE);
    }
    return new LocalImage(words.getFirst(), words.subList(1, words.size()));
  }
}
