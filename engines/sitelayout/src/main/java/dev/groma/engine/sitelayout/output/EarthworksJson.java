package dev.groma.engine.sitelayout.output;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.groma.engine.number.Decimals;
import dev.groma.engine.sitelayout.Layout;
import dev.groma.engine.sitelayout.Warning;
import dev.groma.engine.sitelayout.earthworks.CutFill;
import dev.groma.engine.sitelayout.earthworks.EarthBalance;
import dev.groma.engine.sitelayout.earthworks.Earthworks;
import dev.groma.engine.sitelayout.read.ReadSite;
import dev.groma.engine.sitelayout.roads.Road;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;

/** Every volume of the site as JSON. */
final class EarthworksJson {

  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final Layout layout;
  private final ReadSite read;

  EarthworksJson(Layout layout, ReadSite read) {
    this.layout = layout;
    this.read = read;
  }

  void write(OutputStream out) throws IOException {
    ObjectNode root = MAPPER.createObjectNode();
    ObjectNode ground = root.putObject("ground");
    ground.put("source", read.terrain().description());
    ground.put("surface", "bilinear between cell centres");
    number(ground, "cellM", read.terrain().groundMetres(), 3);
    number(ground, "workingCellM", read.terrain().resolutionMetres(), 3);
    number(ground, "demErrorM", read.terrain().error().sigma(), 3);
    number(ground, "demCorrelationM", read.terrain().error().correlation(), 3);
    ArrayNode pads = root.putArray("pads");
    for (int i = 0; i < layout.pads().size(); i++) {
      Earthworks.Pad pad = layout.pads().get(i);
      ObjectNode node = pads.addObject();
      node.put("id", pad.asset().id());
      node.put("type", pad.asset().type().name());
      number(node, "elevation", pad.elevation(), 4);
      work(node, layout.earthworks().pads().get(i));
    }
    ArrayNode roads = root.putArray("roads");
    for (int i = 0; i < layout.network().roads().size(); i++) {
      Road road = layout.network().roads().get(i);
      ObjectNode node = roads.addObject();
      node.put("id", road.id());
      node.put("to", road.to());
      number(node, "lengthM", road.length(), 3);
      work(node, layout.earthworks().roads().get(i));
    }
    totals(root.putObject("totals"), layout.earthworks().balance());
    ArrayNode warnings = root.putArray("warnings");
    for (Warning warning : layout.warnings()) {
      warnings.addObject().put("about", warning.about()).put("text", warning.text());
    }
    out.write(MAPPER.writeValueAsBytes(root));
    out.write('\n');
  }

  private static void work(ObjectNode node, Earthworks.Work work) {
    number(node, "areaM2", work.area(), 3);
    volumes(node, work.total());
    if (work.batters().moved() > 0) {
      ObjectNode sides = node.putObject("sideSlopes");
      number(sides, "cutM3", work.batters().cut(), 3);
      number(sides, "fillM3", work.batters().fill(), 3);
    }
    if (work.shared().moved() > 0.001) {
      ObjectNode shared = node.putObject("sharedWithEarlierPads");
      number(shared, "cutM3", work.shared().cut(), 3);
      number(shared, "fillM3", work.shared().fill(), 3);
    }
    number(node, "sigmaM3", work.sigma(), 3);
  }

  private static void volumes(ObjectNode node, CutFill volumes) {
    number(node, "cutM3", volumes.cut(), 3);
    number(node, "fillM3", volumes.fill(), 3);
    number(node, "netM3", volumes.net(), 3);
  }

  private static void totals(ObjectNode node, EarthBalance balance) {
    volumes(node, balance.volumes());
    number(node, "sigmaM3", balance.sigma(), 3);
    ObjectNode soil = node.putObject("balance");
    number(soil, "swell", balance.soil().swell(), 4);
    number(soil, "compaction", balance.soil().compaction(), 4);
    number(soil, "looseCutM3", balance.looseCut(), 3);
    number(soil, "fillFromCutM3", balance.fillFromCut(), 3);
    number(soil, "borrowM3", balance.borrow(), 3);
    number(soil, "spoilM3", balance.spoil(), 3);
  }

  private static void number(ObjectNode node, String name, double value, int places) {
    node.put(name, new BigDecimal(new Decimals(places).format(value)));
  }
}
