package dev.groma.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documentation points at is there. */
class DocumentationTest {

  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(#[^)]*)?\\)");
  private static final Pattern MAKE = Pattern.compile("`make ([a-z]+)`|^\\$ make ([a-z]+)");

  static List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>();
    try (Stream<Path> top = Files.list(Layout.ROOT);
        Stream<Path> docs = Files.walk(Layout.ROOT.resolve("docs"))) {
      Stream.concat(top, docs).filter(page -> page.toString().endsWith(".md")).forEach(pages::add);
    }
    pages.add(Layout.ROOT.resolve("bench/README.md"));
    pages.add(Layout.ROOT.resolve("cluster/README.md"));
    return pages.stream().sorted().toList();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void every_link_leads_to_a_file(Path page) throws IOException {
    List<String> broken = new ArrayList<>();
    Matcher link = LINK.matcher(Files.readString(page));
    while (link.find()) {
      String target = link.group(1);
      if (!target.contains(":") && Files.notExists(page.resolveSibling(target))) {
        broken.add(target);
      }
    }
    assertThat(broken).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void every_make_verb_exists(Path page) throws IOException {
    String makefile = Files.readString(Layout.ROOT.resolve("Makefile"));
    Matcher verb = MAKE.matcher(Files.readString(page));
    while (verb.find()) {
      String name = verb.group(1) == null ? verb.group(2) : verb.group(1);
      assertThat(makefile).containsPattern("(?m)^" + name + ":");
    }
  }
}
