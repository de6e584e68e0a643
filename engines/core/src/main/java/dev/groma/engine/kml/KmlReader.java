package dev.groma.engine.kml;

import dev.groma.engine.BadInputException;
import dev.groma.engine.CancelledException;
import dev.groma.engine.EngineContext;
import dev.groma.engine.EngineException;
import dev.groma.engine.Input;
import dev.groma.engine.Problem;
import dev.groma.engine.ProblemList;
import dev.groma.engine.xml.SafeXml;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamException;

/** Reads one KML document and collects what is wrong with it; a syntax error ends the reading. */
public final class KmlReader {

  private static final Set<String> ROOTS = Set.of("kml", "Document", "Folder", "Placemark");

  private final KmlCursor cursor;
  private final EngineContext context;
  private final ProblemList problems;
  private final Budget budget;
  private final GeometryReader geometries;
  private final PlacemarkReader placemarks;
  private final List<Placemark> all = new ArrayList<>();
  private int networkLinks;
  private int overlays;

  private KmlReader(
      KmlCursor cursor,
      KmlLimits limits,
      Set<String> properties,
      ProblemList problems,
      EngineContext context) {
    this.cursor = cursor;
    this.context = context;
    this.problems = problems;
    budget = new Budget(limits);
    geometries = new GeometryReader(cursor, problems, budget);
    placemarks = new PlacemarkReader(cursor, geometries, properties);
  }

  /**
   * Reads a document.
   *
   * @param properties the names of the extended data to keep
   * @throws BadInputException with everything that is wrong
   * @throws dev.groma.engine.CancelledException when the context says so
   * @throws IOException only as thrown by the input's stream
   */
  public static KmlDocument read(
      Input input, KmlLimits limits, Set<String> properties, EngineContext context)
      throws IOException, EngineException {
    byte[] text = bytes(input, limits.maxBytes());
    ProblemList problems = new ProblemList();
    KmlDocument document = new KmlDocument(List.of(), List.of());
    try {
      KmlCursor cursor = new KmlCursor(SafeXml.open(text), limits.maxDepth());
      document = new KmlReader(cursor, limits, properties, problems, context).readRoot();
    } catch (XMLStreamException malformed) {
      problems.add(problem(malformed));
    }
    problems.throwIfBadInput();
    return document;
  }

  private static byte[] bytes(Input input, int most) throws IOException, BadInputException {
    if (input.size() > most) {
      throw new BadInputException(
          Problem.at(
              "",
              String.format(
                  Locale.ROOT,
                  "the text has %,d bytes, more than the %,d that are read; split it",
                  input.size(),
                  most)));
    }
    try (InputStream stream = input.open()) {
      return stream.readNBytes(most);
    }
  }

  /** The parser's words without its own prefix. */
  private static Problem problem(XMLStreamException malformed) {
    boolean isUndecodable = malformed.getNestedException() instanceof CharacterCodingException;
    String message =
        isUndecodable
            ? "bytes are not valid in the text's encoding; save the text as UTF-8"
            : String.valueOf(malformed.getMessage());
    int words = message.indexOf("Message: ");
    message = words < 0 ? message : message.substring(words + "Message: ".length());
    Location at = malformed.getLocation();
    boolean isPlaced = at != null && at.getLineNumber() > 0;
    return new Problem(
        "",
        isPlaced ? at.getLineNumber() : null,
        isPlaced ? Math.max(1, at.getColumnNumber()) : null,
        "this is not well-formed XML, and nothing after it was read: "
            + message.replaceAll("\\s+", " ").strip());
  }

  private KmlDocument readRoot() throws XMLStreamException, EngineException {
    cursor.toRoot();
    String root = cursor.name();
    if (!ROOTS.contains(root)) {
      String shown = root.length() > 60 ? root.substring(0, 60) + "..." : root;
      throw new BadInputException(
          cursor.place("").problem("is XML, but not KML: its root is <" + shown + ">"));
    }
    if (root.equals("Placemark")) {
      readPlacemark(List.of());
    } else {
      readContainer(List.of(), root.equals("Folder"));
    }
    return new KmlDocument(all, notes());
  }

  private void readContainer(List<String> folders, boolean isFolder)
      throws XMLStreamException, EngineException {
    List<String> inside = folders;
    while (cursor.nextChild()) {
      switch (cursor.name()) {
        case "name" -> {
          String name = placemarks.name(isFolder ? "Folder" : "Document");
          if (isFolder && !name.isEmpty()) {
            inside = new ArrayList<>(folders);
            inside.add(name);
          }
        }
        case "Folder" -> readContainer(inside, true);
        case "Document" -> readContainer(inside, false);
        case "Placemark" -> readPlacemark(inside);
        case "NetworkLink" -> {
          networkLinks++;
          cursor.skip();
        }
        case "GroundOverlay", "PhotoOverlay", "ScreenOverlay" -> {
          overlays++;
          cursor.skip();
        }
        default -> cursor.skip();
      }
    }
  }

  private void readPlacemark(List<String> folders)
      throws XMLStreamException, BadInputException, CancelledException {
    if (all.size() % 256 == 0) {
      context.checkCancelled();
    }
    String path = "Placemark[" + all.size() + "]";
    budget.takePlacemark(cursor.place(path));
    all.add(placemarks.read(path, folders));
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    note(notes, networkLinks, "network link", "nothing outside of the file is fetched");
    note(notes, overlays, "overlay", "pictures are not read");
    note(notes, geometries.models(), "model", "three-dimensional models are not read");
    return notes;
  }

  private static void note(List<String> notes, int count, String what, String why) {
    if (count > 0) {
      notes.add(count + " " + what + (count == 1 ? " was" : "s were") + " passed over: " + why);
    }
  }
}
