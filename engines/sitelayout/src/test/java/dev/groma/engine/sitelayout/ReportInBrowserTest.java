package dev.groma.engine.sitelayout;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.groma.engine.testing.SharedFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report as people see it: opened in Chromium. */
class ReportInBrowserTest {

  private static final List<String> BROWSERS =
      List.of("chromium", "chromium-browser", "google-chrome");

  /** Writes down what the browser has made of the page, as one line of JSON. */
  private static final String LOOK =
      """
      <script>addEventListener('load', () => {
        const shown = selector => [...document.querySelectorAll(selector)]
            .filter(one => one.getBoundingClientRect().width > 0 && one.getBoundingClientRect().height > 0);
        const look = document.createElement('pre');
        look.id = 'look';
        look.textContent = JSON.stringify({
          headings: shown('h1, h2').map(one => one.textContent),
          drawings: shown('svg').length,
          width: document.documentElement.scrollWidth,
          window: innerWidth,
          requests: performance.getEntriesByType('resource').map(one => one.name)
        });
        document.body.append(look);
      })</script>
      """;

  @Test
  void itShowsItsChaptersAndDrawingsWithinTheWindowAndAsksNobodyForAnything(@TempDir Path folder)
      throws Exception {
    String report =
        new String(
            EngineRun.example("solar-ridge.yaml").artifact("report.html"), StandardCharsets.UTF_8);

    Seen seen = open(report, folder);

    assertThat(seen.look().path("headings"))
        .extracting(JsonNode::asText)
        .contains("Map", "Pads", "Roads", "Earth balance", "Profiles");
    assertThat(seen.look().path("headings").get(0).asText()).contains("21 MW of 20 MW");
    assertThat(seen.look().path("drawings").asInt()).isGreaterThan(1);
    assertThat(seen.look().path("width").asInt())
        .isLessThanOrEqualTo(seen.look().path("window").asInt());
    assertThat(seen.look().path("requests")).isEmpty();
    assertThat(seen.console()).isEmpty();
  }

  @Test
  void aPageThatAsksForSomethingAndHasAFaultIsFoundOut(@TempDir Path folder) throws Exception {
    Seen seen =
        open(
            "<body><img src=\"http://127.0.0.1:9/x.png\"><script>nobody()</script></body>", folder);

    assertThat(seen.look().path("requests"))
        .extracting(JsonNode::asText)
        .containsExactly("http://127.0.0.1:9/x.png");
    assertThat(seen.console()).anyMatch(line -> line.contains("nobody is not defined"));
  }

  /**
   * What came of a page.
   *
   * @param look as the script above found it
   * @param console lines that the page left there
   */
  private record Seen(JsonNode look, List<String> console) {}

  private static Seen open(String page, Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("page.html"), page + LOOK);
    Path out = folder.resolve("dom");
    Path err = folder.resolve("log");
    Process browser =
        new ProcessBuilder(
                browser(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--user-data-dir=" + folder.resolve("profile"),
                "--enable-logging=stderr",
                "--virtual-time-budget=5000",
                "--dump-dom",
                file.toUri().toString())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    assertThat(browser.waitFor()).as(Files.readString(err)).isZero();
    String dom = Files.readString(out);
    assertThat(dom).contains("<pre id=\"look\">");
    String look = dom.substring(dom.indexOf("<pre id=\"look\">") + "<pre id=\"look\">".length());
    return new Seen(
        EngineRun.JSON.readTree(look.substring(0, look.indexOf("</pre>"))),
        Files.readAllLines(err).stream().filter(line -> line.contains("CONSOLE")).toList());
  }

  private static String browser() {
    Optional<Path> browser =
        Stream.of(System.getenv("PATH").split(":"))
            .flatMap(folder -> BROWSERS.stream().map(name -> Path.of(folder, name)))
            .filter(Files::isExecutable)
            .findFirst();
    if (browser.isEmpty()) {
      SharedFiles.skipUnlessCi("no Chromium on the PATH; scripts/test installs chromium");
    }
    return browser.orElseThrow().toString();
  }
}
