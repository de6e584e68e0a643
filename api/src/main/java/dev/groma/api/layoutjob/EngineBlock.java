package dev.groma.api.layoutjob;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * The one engine's block of a spec, taken apart: what every engine's block has in common.
 *
 * @param engine name of the engine, which is the name of the block
 * @param parameters the block without its inputs
 * @param inputs where each input comes from, in the engine's order
 */
public record EngineBlock(String engine, ObjectNode parameters, List<NamedInput> inputs) {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  public EngineBlock {
    inputs = List.copyOf(inputs);
  }

  /**
   * One input of the block.
   *
   * @param name the engine's name for it, such as {@code walls}
   * @param path where it stands in the block, such as {@code terrain.dem}
   * @param source where its bytes come from
   */
  public record NamedInput(String name, String path, InputSource source) {

    /** An input that stands in the block under its own name. */
    public NamedInput(String name, InputSource source) {
      this(name, name, source);
    }
  }

  /**
   * The block of a spec that the API server has accepted.
   *
   * @throws IllegalArgumentException when there is none, which the CRD rules out
   */
  public static EngineBlock of(LayoutJobSpec spec) {
    RoomDetectionSpec rooms = spec.roomDetection();
    SiteFitSpec fit = spec.siteFit();
    if (rooms != null) {
      return of("roomDetection", rooms, List.of(new NamedInput("walls", rooms.walls())));
    }
    if (fit != null) {
      return of(
          "siteFit",
          fit,
          List.of(
              new NamedInput("parcel", fit.parcel().toInput()),
              new NamedInput("house", fit.house().toInput())));
    }
    if (spec.siteLayout() != null) {
      return of(spec.siteLayout());
    }
    throw new IllegalArgumentException("the spec has no engine block");
  }

  private static EngineBlock of(String engine, Record block, List<NamedInput> inputs) {
    ObjectNode parameters = MAPPER.valueToTree(block);
    inputs.forEach(input -> parameters.remove(input.name()));
    return new EngineBlock(engine, parameters, inputs);
  }

  private static EngineBlock of(SiteLayoutSpec site) {
    ObjectNode parameters = MAPPER.valueToTree(site);
    List<NamedInput> inputs = new ArrayList<>();
    inputs.add(new NamedInput("boundary", site.boundary()));
    parameters.remove("boundary");
    if (site.exclusions() != null) {
      inputs.add(new NamedInput("exclusions", site.exclusions()));
      parameters.remove("exclusions");
    }
    if (site.terrain() != null && site.terrain().dem() != null) {
      inputs.add(new NamedInput("dem", "terrain.dem", site.terrain().dem()));
      ((ObjectNode) parameters.get("terrain")).remove("dem");
    }
    return new EngineBlock("siteLayout", parameters, inputs);
  }
}
