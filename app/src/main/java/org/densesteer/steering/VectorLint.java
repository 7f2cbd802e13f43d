package org.densesteer.steering;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.densesteer.common.Texts;
import org.densesteer.steering.LintFinding.Severity;

/** Looks for what makes a vector useless or surprising; pure, for import and export. */
public final class VectorLint {

  /** A push of more than this share of ‖h‖ overwhelms the hidden state. */
  static final double LARGEST_PUSH = 1.0;

  /** A push of less than this share of ‖h‖ cannot be seen. */
  static final double SMALLEST_PUSH = 1e-4;

  private VectorLint() {}

  /** What can be said of the vector alone: values that are not finite, and zero directions. */
  public static List<LintFinding> check(SteeringVector vector) {
    List<LintFinding> findings = new ArrayList<>();
    SortedSet<Integer> notFinite = layers(vector, VectorLint::hasNotFinite);
    if (!notFinite.isEmpty()) {
      findings.add(
          new LintFinding(
              Severity.ERROR,
              Texts.of(
                  "The vector %s has values that are infinite or no number at %s.",
                  vector.name(), named(notFinite))));
    }
    SortedSet<Integer> zero = layers(vector, direction -> SteeringVector.norm(direction) == 0);
    if (!zero.isEmpty()) {
      findings.add(
          new LintFinding(
              Severity.WARNING,
              Texts.of(
                  "The vector %s is zero at %s and steers nothing there.",
                  vector.name(), named(zero))));
    }
    return findings;
  }

  /** {@link #check(SteeringVector)}, and what can be said of the vector in this model. */
  public static List<LintFinding> check(SteeringVector vector, ModelFacts model) {
    List<LintFinding> findings = new ArrayList<>(check(vector));
    Optional<String> obstacle =
        Fit.obstacle(vector, model.name(), model.layers(), model.hiddenSize());
    if (obstacle.isPresent()) {
      findings.add(new LintFinding(Severity.ERROR, obstacle.get()));
      return findings;
    }
    checkOrigin(vector, model, findings);
    checkPush(vector, model, findings);
    return findings;
  }

  /** What will be different in a GGUF control vector. */
  public static List<LintFinding> checkForGguf(SteeringVector vector) {
    if (!vector.hasLayer(0)) {
      return List.of();
    }
    boolean alone = vector.directions().size() == 1;
    return List.of(
        new LintFinding(
            alone ? Severity.ERROR : Severity.WARNING,
            Texts.of(
                "llama.cpp cannot steer decoder block 0, so layer 0 of the vector %s %s.",
                vector.name(),
                alone ? "cannot be written as GGUF" : "is left out of a GGUF file")));
  }

  private static void checkOrigin(
      SteeringVector vector, ModelFacts model, List<LintFinding> findings) {
    String fingerprint = vector.metadata().get(VectorMetadata.MODEL_FINGERPRINT);
    if (!fingerprint.isEmpty()
        && !model.fingerprint().isEmpty()
        && !fingerprint.equals(model.fingerprint())) {
      String maker = vector.metadata().get(VectorMetadata.MODEL_ID);
      findings.add(
          new LintFinding(
              Severity.WARNING,
              Texts.of(
                  "The vector %s was made with other weights%s than those of the model %s.",
                  vector.name(), maker.isEmpty() ? "" : " (" + maker + ")", model.name())));
    }
  }

  private static void checkPush(
      SteeringVector vector, ModelFacts model, List<LintFinding> findings) {
    double strength = Math.abs(vector.metadata().recommendedStrength().orElse(1));
    OptionalInt recommended = vector.metadata().recommendedLayer();
    SortedSet<Integer> strong = new TreeSet<>();
    SortedSet<Integer> weak = new TreeSet<>();
    model
        .hiddenNorms()
        .forEach(
            (layer, hidden) -> {
              if (recommended.isPresent() && recommended.getAsInt() != layer) {
                return;
              }
              double push = strength * vector.norm(layer) / hidden;
              if (push > LARGEST_PUSH) {
                strong.add(layer);
              } else if (push > 0 && push < SMALLEST_PUSH) {
                weak.add(layer);
              }
            });
    if (!strong.isEmpty()) {
      findings.add(
          new LintFinding(
              Severity.WARNING,
              Texts.of(
                  "At strength %s the vector %s is longer than the model's hidden states at %s.",
                  number(strength), vector.name(), named(strong))));
    }
    if (!weak.isEmpty()) {
      findings.add(
          new LintFinding(
              Severity.NOTE,
              Texts.of(
                  "At strength %s the vector %s is less than %s %% of the model's hidden states at %s.",
                  number(strength), vector.name(), number(100 * SMALLEST_PUSH), named(weak))));
    }
  }

  private static SortedSet<Integer> layers(SteeringVector vector, Predicate<float[]> condition) {
    SortedSet<Integer> layers = new TreeSet<>();
    vector
        .directions()
        .forEach(
            (layer, direction) -> {
              if (condition.test(direction)) {
                layers.add(layer);
              }
            });
    return layers;
  }

  private static boolean hasNotFinite(float[] direction) {
    for (float value : direction) {
      if (!Float.isFinite(value)) {
        return true;
      }
    }
    return false;
  }

  private static String named(SortedSet<Integer> layers) {
    if (layers.size() == 1) {
      return "layer " + layers.first();
    }
    boolean run = layers.last() - layers.first() == layers.size() - 1;
    return run
        ? "layers " + layers.first() + " to " + layers.last()
        : "layers " + String.join(", ", layers.stream().map(String::valueOf).toList());
  }

  private static String number(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}
