package dev.groma.engine.terrain;

import dev.groma.engine.EngineContext;
import dev.groma.engine.EngineException;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An elevation model in a file, opened but not read. */
public interface ElevationSource {

  /** Where its cells lie. */
  GridFrame frame();

  /** The code of its coordinate system as the file names it; null where it does not. */
  @Nullable String crs();

  /** What a user should know of how the file was understood. */
  List<String> notes();

  /**
   * Reads a part. Memory is that of the window and of whatever the format reads at a time; the
   * caller has looked at the window's size before.
   *
   * @param window inside of the frame
   * @return heights in metres
   * @throws dev.groma.engine.BadInputException when the data are damaged
   * @throws dev.groma.engine.CancelledException when the context says so
   * @throws IOException only as thrown by the input
   */
  Grid read(Window window, EngineContext context) throws IOException, EngineException;
}
