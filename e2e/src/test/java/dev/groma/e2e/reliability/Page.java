package dev.groma.e2e.reliability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** docs/reliability.md: prose, and below its last heading the table. */
final class Page {

  private static final String HEAD = "| promise | fault | test | result |";
  private static final String RULE = "|---|---|---|---|";

  private final Path file;
  private final List<String> lines;

  private Page(Path file, List<String> lines) {
    this.file = file;
    this.lines = lines;
  }

  static Page read() throws IOException {
    Path file = Path.of(System.getProperty("groma.root"), "docs", "reliability.md");
    return new Page(file, Files.readAllLines(file));
  }

  /** The lines of the table. */
  List<String> rows() {
    return lines.stream()
        .dropWhile(line -> !line.equals(RULE))
        .skip(1)
        .takeWhile(line -> line.startsWith("|"))
        .toList();
  }

  /** What the table says of a test, when it names it with the same promise and fault. */
  Optional<String> result(Row row) {
    return rows().stream()
        .filter(line -> line.startsWith(row.start()))
        .map(line -> line.substring(row.start().length()).replaceAll(" \\|$", ""))
        .filter(result -> !result.isBlank())
        .findFirst();
  }

  /** Puts these rows into the place of those that are there. */
  void write(Collection<Row> rows) throws IOException {
    Stream<String> prose = lines.stream().takeWhile(line -> !line.equals(HEAD));
    Stream<String> table = rows.stream().sorted(Row.ORDER).map(Row::line);
    Stream<String> rest =
        lines.stream()
            .dropWhile(line -> !line.equals(RULE))
            .skip(1)
            .dropWhile(line -> line.startsWith("|"));
    Files.write(
        file, Stream.of(prose, Stream.of(HEAD, RULE), table, rest).flatMap(part -> part).toList());
  }
}
