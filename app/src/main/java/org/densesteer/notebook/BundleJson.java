package org.densesteer.notebook;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.densesteer.common.Json;

/** A bundle as JSON. Figures that do not exist are null. */
final class BundleJson {

  private BundleJson() {}

  static ObjectNode of(Bundle bundle) {
    ObjectNode node = Json.object();
    RunJson.put(node.putArray("steering"), List.of(bundle.steering()));
    node.put("effect_source", bundle.source());
    ArrayNode effect = node.putArray("effect");
    bundle.effect().forEach(each -> effect.add(Json.SNAKE_CASE.<ObjectNode>valueToTree(each)));
    return node.put("card", bundle.card());
  }

  static Bundle read(Fields fields) {
    List<BundleEffect> effect = new ArrayList<>();
    for (Fields each : fields.objects("effect")) {
      effect.add(
          new BundleEffect(
              each.text("arm"),
              each.has("layer") ? each.integer("layer") : null,
              each.number("strength"),
              each.integer("answers"),
              each.figure("accuracy"),
              each.figure("density"),
              each.figure("tokens"),
              each.figure("nll")));
      each.end();
    }
    Bundle bundle =
        new Bundle(steering(fields), fields.text("effect_source"), effect, fields.text("card"));
    fields.end();
    return bundle;
  }

  private static RunSteering steering(Fields fields) {
    List<RunSteering> steerings = RunReader.steerings(fields);
    if (steerings.size() != 1) {
      throw fields.fault("steering", "a list of one vector");
    }
    return steerings.get(0);
  }
}
