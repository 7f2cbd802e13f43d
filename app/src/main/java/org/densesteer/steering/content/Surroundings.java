package org.densesteer.steering.content;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the entries beside an array say of it, and those around them.
 *
 * @param layer the decoder block, or null
 * @param layerDepth how many names lead to the dictionary that says so, also where a hook names it
 * @param hook the place that the array was made for, or null
 * @param layers the decoder blocks of the array's rows, or null
 * @param strength the factor that goes with it, or null
 * @param model the model, or null
 * @param action lm-eval's action, {@code add} or {@code clamp}, or null
 */
record Surroundings(
    @Nullable Long layer,
    int layerDepth,
    @Nullable String hook,
    @Nullable List<Long> layers,
    @Nullable Double strength,
    @Nullable String model,
    @Nullable String action) {

  /** Nothing said. */
  static final Surroundings NONE = new Surroundings(null, 0, null, null, null, null, null);

  private static final Set<String> LAYER =
      Set.of(
          "layer",
          "layeridx",
          "layerindex",
          "layerid",
          "layernum",
          "layernumber",
          "block",
          "blockidx",
          "blockindex",
          "targetlayer",
          "bestlayer",
          "steeringlayer",
          "hooklayer",
          "recommendedlayer",
          "sourcelayer");

  private static final Set<String> LAYERS =
      Set.of("layers", "layerids", "layerindices", "layeridxs", "layerlist", "layernumbers");

  private static final Set<String> HOOK =
      Set.of(
          "hook",
          "hookname",
          "hookpoint",
          "hooktype",
          "module",
          "modulename",
          "layername",
          "site",
          "component",
          "layertype");

  private static final Set<String> STRENGTH =
      Set.of(
          "steeringcoefficient",
          "coefficient",
          "coeff",
          "strength",
          "steeringstrength",
          "recommendedstrength",
          "defaultsteerstrength",
          "vectordefaultsteerstrength",
          "multiplier",
          "steermultiplier");

  private static final Set<String> MODEL = Set.of("model", "modelid", "modelname", "basemodel");

  /** What an entry says that is understood, or nothing. */
  Optional<Surroundings> with(String key, Object value, int depth) {
    String name = key.toLowerCase(Locale.ROOT).replaceAll("[_ -]", "");
    if (LAYER.contains(name)) {
      Optional<Long> number = layer(value);
      if (number.isPresent()) {
        String place = hook == null && value instanceof String text ? text : hook;
        return Optional.of(
            new Surroundings(number.get(), depth, place, layers, strength, model, action));
      }
    }
    if (LAYERS.contains(name)) {
      return Scalars.wholes(value)
          .map(list -> new Surroundings(layer, layerDepth, hook, list, strength, model, action));
    }
    if (STRENGTH.contains(name)) {
      return Scalars.number(value)
          .map(number -> new Surroundings(layer, layerDepth, hook, layers, number, model, action));
    }
    if (!(value instanceof String text)) {
      return Optional.empty();
    }
    if (HOOK.contains(name)) {
      boolean numbered = LayerName.of(text).isPresent();
      int said = numbered ? depth : layerDepth;
      return numbered || Hook.isOne(text)
          ? Optional.of(new Surroundings(layer, said, text, layers, strength, model, action))
          : Optional.empty();
    }
    if (MODEL.contains(name)) {
      return Optional.of(new Surroundings(layer, layerDepth, hook, layers, strength, text, action));
    }
    return name.equals(SteeredEntry.ACTION) && SteeredEntry.ACTIONS.contains(text)
        ? Optional.of(new Surroundings(layer, layerDepth, hook, layers, strength, model, text))
        : Optional.empty();
  }

  /** What the entries of a dictionary say; {@code depth} names lead to it. */
  Surroundings within(Map<?, ?> entries, int depth) {
    Surroundings known = this;
    for (Map.Entry<?, ?> entry : entries.entrySet()) {
      if (entry.getKey() instanceof String key) {
        known = known.with(key, entry.getValue(), depth).orElse(known);
      }
    }
    return known;
  }

  private static Optional<Long> layer(Object value) {
    if (!(value instanceof String text)) {
      return Scalars.whole(value);
    }
    // Neuronpedia calls its sources 6-res-jb.
    String number = text.replaceAll("^([0-9]{1,4})-.*$", "$1");
    return LayerName.of(number).map(LayerName::layer);
  }

  /** The decoder block that the hook's name names, if it names one. */
  Optional<Long> hookLayer() {
    return hook == null ? Optional.empty() : LayerName.of(hook).map(LayerName::layer);
  }
}
