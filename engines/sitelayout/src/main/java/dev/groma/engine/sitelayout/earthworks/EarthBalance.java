package dev.groma.engine.sitelayout.earthworks;

/**
 * Where the earth of a site comes from and goes to.
 *
 * @param volumes all cut and all fill, in place
 * @param soil what becomes of the cut
 * @param sigma standard deviation of the volumes, the works taken as independent, in cubic metres
 */
public record EarthBalance(CutFill volumes, EarthworkRules.Soil soil, double sigma) {

  /** What lorries carry: the cut, loosened. */
  public double looseCut() {
    return volumes.cut() * soil.swell();
  }

  /** Fill that the cut makes once compacted. */
  public double fillFromCut() {
    return volumes.cut() * soil.compaction();
  }

  /** Compacted fill that has to be brought in; 0 where the cut makes enough. */
  public double borrow() {
    return Math.max(0, volumes.fill() - fillFromCut());
  }

  /** Cut that nobody needs, in place; 0 where all of it is filled. */
  public double spoil() {
    return Math.max(0, volumes.cut() - volumes.fill() / soil.compaction());
  }
}
