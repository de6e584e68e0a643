package dev.groma.engine.sitelayout.read;

import dev.groma.engine.BadInputException;
import dev.groma.engine.sitelayout.Settings;
import dev.groma.engine.sitelayout.asset.Asset;
import dev.groma.engine.sitelayout.asset.AssetType;
import dev.groma.engine.sitelayout.asset.Catalogue;
import dev.groma.engine.sitelayout.asset.Footprint;
import dev.groma.engine.sitelayout.earthworks.DemError;
import dev.groma.engine.sitelayout.earthworks.PadElevation;
import dev.groma.engine.sitelayout.parameters.SiteLayoutParameters;
import dev.groma.engine.sitelayout.placement.Program;
import dev.groma.engine.sitelayout.placement.Rules;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/** Makes of parameters and map what is to be planned, in metres from the local origin. */
final class SettingsReader {

  private final SiteLayoutParameters parameters;
  private final Catalogue catalogue;

  SettingsReader(SiteLayoutParameters parameters) {
    this.parameters = parameters;
    catalogue = new Catalogue(parameters.catalogue());
  }

  /**
   * The settings.
   *
   * @param ofMap from the coordinates of the map
   * @param ofParameters from the coordinates of the parameters
   */
  Settings read(SiteMap map, ToLocal ofMap, ToLocal ofParameters, DemError error)
      throws BadInputException {
    List<Settings.Fixed> fixed = new ArrayList<>(fixed(ofParameters));
    fixed.addAll(substations(map, ofMap));
    return new Settings(
        program(),
        fixed,
        new Rules(parameters.exclusionBufferMetres()),
        parameters.roads(),
        parameters.earthworks().toRules(),
        error);
  }

  private Program program() {
    List<Program.Wanted> counted = new ArrayList<>();
    List<AssetType> filling = new ArrayList<>();
    for (SiteLayoutParameters.AssetRequest request : parameters.assets()) {
      AssetType type = catalogue.find(request.type()).orElseThrow();
      if (request.count() != null) {
        counted.add(new Program.Wanted(type, request.count()));
      } else if (type.generates()) {
        filling.add(type);
      } else {
        counted.add(new Program.Wanted(type, 1));
      }
    }
    return new Program(counted, filling, parameters.targetCapacityKw());
  }

  private List<Settings.Fixed> fixed(ToLocal way) throws BadInputException {
    List<Settings.Fixed> all = new ArrayList<>();
    for (SiteLayoutParameters.FixedAsset fixed : parameters.fixedAssets()) {
      Coordinate at = way.point(fixed.position().x(), fixed.position().y());
      AssetType type = catalogue.find(fixed.type()).orElseThrow();
      Footprint footprint = new Footprint(at.x, at.y, fixed.rotationDegrees(), fixed.size());
      Double elevation = fixed.elevationMetres();
      PadElevation rule =
          parameters.earthworks().elevation(fixed.elevation(), elevation == null ? 0 : elevation);
      all.add(new Settings.Fixed(new Asset(fixed.id(), type, footprint, true), rule));
    }
    return all;
  }

  private List<Settings.Fixed> substations(SiteMap map, ToLocal way) throws BadInputException {
    List<Settings.Fixed> all = new ArrayList<>();
    AssetType type = catalogue.find(Catalogue.SUBSTATION).orElseThrow();
    for (Coordinate substation : map.substations()) {
      Coordinate at = way.point(substation.x, substation.y);
      String id = "map-substation-" + (all.size() + 1);
      Footprint footprint = new Footprint(at.x, at.y, 0, type.size());
      all.add(
          new Settings.Fixed(
              new Asset(id, type, footprint, true),
              parameters.earthworks().toRules().padElevation()));
    }
    return all;
  }
}
