package dev.groma.engine.sitelayout.read;

import dev.groma.engine.sitelayout.Settings;
import dev.groma.engine.sitelayout.Warning;
import dev.groma.engine.sitelayout.ground.Ground;
import dev.groma.engine.sitelayout.site.Site;
import java.util.List;

/**
 * Everything that planning needs, and what reading has to say.
 *
 * @param frame where the local origin lies
 * @param site outlines and entry
 * @param ground in full resolution
 * @param working the same at working resolution
 * @param terrain what the ground was made of
 * @param settings what to plan
 * @param warnings notes of the readers
 */
public record ReadSite(
    LocalFrame frame,
    Site site,
    Ground ground,
    Ground working,
    TerrainSource terrain,
    Settings settings,
    List<Warning> warnings) {

  public ReadSite {
    warnings = List.copyOf(warnings);
  }
}
