package org.densesteer.steering.content;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.densesteer.common.Texts;
import org.densesteer.steering.Operator;
import org.densesteer.steering.VectorMetadata;
import org.jspecify.annotations.Nullable;

/**
 * How a file wants its directions used: strength, operator, layer and model.
 *
 * @param directions the directions, multiplied by their strengths where these differ
 * @param metadata by the names of {@link VectorMetadata}
 * @param notes complete sentences
 */
record Advice(List<FoundDirection> directions, Map<String, String> metadata, List<String> notes) {

  static Advice of(List<Leaf> leaves, List<FoundDirection> directions) {
    Map<String, String> metadata = new TreeMap<>();
    List<String> notes = new ArrayList<>();
    Surroundings first = leaves.get(0).around();
    if (first.model() != null) {
      metadata.put(VectorMetadata.MODEL_ID, first.model());
    }
    if (first.action() == null) {
      boolean own = leaves.get(0).layerDepth() < 0 && leaves.get(0).knowsLayer();
      recommend(first, own ? null : first.layer(), directions, metadata, notes);
      return new Advice(directions, metadata, notes);
    }
    List<FoundDirection> steered = steered(leaves, directions, metadata, notes);
    if (steered.size() > 1) {
      metadata.put(VectorMetadata.APPLIED_LAYERS, VectorMetadata.ALL);
    } else if (steered.get(0).layer().isPresent()) {
      metadata.put(
          VectorMetadata.RECOMMENDED_LAYER, String.valueOf(steered.get(0).layer().getAsLong()));
    }
    return new Advice(steered, metadata, notes);
  }

  private static void recommend(
      Surroundings said,
      @Nullable Long layer,
      List<FoundDirection> directions,
      Map<String, String> metadata,
      List<String> notes) {
    if (said.strength() != null) {
      metadata.put(VectorMetadata.RECOMMENDED_STRENGTH, plain(said.strength()));
    }
    if (layer != null && directions.size() > 1) {
      boolean there =
          directions.stream()
              .anyMatch(found -> found.layer().isPresent() && found.layer().getAsLong() == layer);
      if (there) {
        metadata.put(VectorMetadata.RECOMMENDED_LAYER, String.valueOf(layer));
      } else {
        notes.add("The file says layer " + layer + ", for which it has no direction.");
      }
    }
  }

  /** lm-eval's file: one action and coefficient for each hook, all hooks at once. */
  private static List<FoundDirection> steered(
      List<Leaf> leaves,
      List<FoundDirection> directions,
      Map<String, String> metadata,
      List<String> notes) {
    Set<String> actions = new LinkedHashSet<>();
    Set<Double> strengths = new LinkedHashSet<>();
    for (Leaf leaf : leaves) {
      actions.add(String.valueOf(leaf.around().action()));
      strengths.add(strength(leaf));
    }
    if (actions.equals(Set.of(SteeredEntry.CLAMP)) && strengths.equals(Set.of(0.0))) {
      metadata.put(VectorMetadata.OPERATOR, Operator.ABLATE.id());
      metadata.put(VectorMetadata.RECOMMENDED_STRENGTH, "1");
      return directions;
    }
    if (!actions.equals(Set.of(SteeredEntry.ADD))) {
      notes.add(
          Texts.of(
              "The file's action is %s: lm-eval sets the component along the vector to the"
                  + " coefficient %s, and here a vector is added.",
              String.join(", ", actions),
              strengths.stream().map(Advice::plain).collect(Collectors.joining(", "))));
      return directions;
    }
    if (strengths.size() == 1) {
      metadata.put(VectorMetadata.RECOMMENDED_STRENGTH, plain(strengths.iterator().next()));
      return directions;
    }
    metadata.put(VectorMetadata.RECOMMENDED_STRENGTH, "1");
    notes.add("Its coefficients differ, so each direction was multiplied by its own.");
    List<FoundDirection> multiplied = new ArrayList<>();
    for (int i = 0; i < directions.size(); i++) {
      FoundDirection found = directions.get(i);
      multiplied.add(
          new FoundDirection(
              found.layer(),
              found.name(),
              found.dtype(),
              found.width(),
              found.array(),
              found.first(),
              strength(leaves.get(i))));
    }
    return multiplied;
  }

  private static double strength(Leaf leaf) {
    return Objects.requireNonNullElse(leaf.around().strength(), 1.0);
  }

  private static String plain(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e9
        ? String.valueOf((long) value)
        : String.valueOf(value);
  }
}
