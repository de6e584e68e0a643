package dev.groma.engine.sitefit.read;

import dev.groma.engine.crs.Crs;
import dev.groma.engine.sitefit.Site;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A site as read.
 *
 * @param site in metres
 * @param crs of its coordinates, with x to the east; null for a plan without one
 * @param notes what was mended or converted
 */
public record ReadSite(Site site, @Nullable Crs crs, List<String> notes) {

  public ReadSite {
    notes = List.copyOf(notes);
  }
}
