package org.densesteer.notebook;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.densesteer.common.FaultException;
import org.densesteer.common.Json;
import org.densesteer.steering.Operator;
import org.densesteer.steering.Positions;

/** A bundle as JSON. Figures that do not exist are null. */
final class BundleJson {

  private BundleJson() {}

  static ObjectNode of(Bundle bundle) {
    ObjectNode node = Json.object().put("vector_sha256", bundle.vectorHash());
    node.put("layer", bundle.layer()).put("strength", bundle.strength());
    node.put("positions", bundle.positions().id()).put("operator", bundle.operator().id());
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
        new Bundle(
            fields.text("vector_sha256"),
            fields.integer("layer"),
            fields.number("strength"),
            fields.parsed("positions", word -> known(Positions.named(word))),
            fields.parsed("operator", word -> known(Operator.named(word))),
            fields.text("effect_source"),
            effect,
            fields.text("card"));
    fields.end();
    return bundle;
  }

  private static <T> T known(Optional<T> value) {
    return value.orElseThrow(() -> new FaultException("It is not known."));
  }
}
