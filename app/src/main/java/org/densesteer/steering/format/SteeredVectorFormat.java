package org.densesteer.steering.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.densesteer.common.Texts;
import org.densesteer.files.bytes.FileBytes;
import org.densesteer.steering.Operator;
import org.densesteer.steering.Positions;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.VectorMetadata;

/**
 * A PyTorch file for the model {@code steered} of the lm-evaluation-harness (lm_eval 0.4.13,
 * models/hf_steered.py): {@code {"layers.5": {"steering_vector", "steering_coefficient", "action",
 * "bias", "head_index"}}}. It adds coefficient times vector to the output of every block in the
 * file, at all positions; {@code clamp} with the coefficient 0 takes the direction away.
 */
public final class SteeredVectorFormat implements VectorFormat {

  private static final List<String> MARKS =
      List.of("steering_vector", "steering_coefficient", "action");
  private static final Set<String> KEPT =
      Set.of(
          VectorMetadata.RECOMMENDED_LAYER,
          VectorMetadata.RECOMMENDED_STRENGTH,
          VectorMetadata.APPLIED_LAYERS,
          VectorMetadata.OPERATOR);
  private static final String CLAMP = "clamp";

  @Override
  public String id() {
    return "lm-eval";
  }

  @Override
  public String displayName() {
    return "lm-eval steered";
  }

  @Override
  public List<String> endings() {
    return List.of(".steered.pt");
  }

  @Override
  public boolean keepsMetadata() {
    return false;
  }

  /** Whether the pickle of a PyTorch file has the names that lm-eval's file has. */
  static boolean looksLikeOne(FileBytes pickle) {
    String text = StandardCharsets.ISO_8859_1.decode(pickle.content().duplicate()).toString();
    return MARKS.stream().allMatch(text::contains);
  }

  @Override
  public VectorRead read(FileBytes bytes, ReadOptions options) {
    return PyTorchVectorFormat.read(this, bytes.as(displayName()), options);
  }

  @Override
  public SteeringVector representable(SteeringVector vector, WriteOptions options) {
    boolean ablates = operator(vector) == Operator.ABLATE;
    VectorMetadata metadata =
        VectorMetadata.EMPTY.with(
            VectorMetadata.RECOMMENDED_STRENGTH, ablates ? "1" : plain(strength(vector)));
    if (ablates) {
      metadata = metadata.with(VectorMetadata.OPERATOR, Operator.ABLATE.id());
    }
    metadata =
        vector.directions().size() > 1
            ? metadata.with(VectorMetadata.APPLIED_LAYERS, VectorMetadata.ALL)
            : metadata.with(VectorMetadata.RECOMMENDED_LAYER, vector.directions().firstKey());
    return vector.with(metadata);
  }

  @Override
  public IntPredicate chosenLayers(SteeringVector vector) {
    VectorMetadata said = vector.metadata();
    int layer = said.recommendedLayer().orElse(-1);
    boolean one = !said.appliesEveryLayer() && vector.hasLayer(layer);
    return one ? each -> each == layer : each -> true;
  }

  @Override
  public List<String> warnings(SteeringVector vector, WriteOptions options) {
    List<String> warnings = new ArrayList<>();
    VectorMetadata said = vector.metadata();
    int layers = vector.directions().size();
    if (layers > 1 && !said.appliesEveryLayer()) {
      warnings.add(
          Texts.of(
              "lm-eval steers all %d layers of the file at once: choose one where one is meant.",
              layers));
    }
    if (said.recommendedStrength().isEmpty()) {
      warnings.add("The vector recommends no strength: the coefficient in the file is 1.");
    }
    if (operator(vector) == Operator.ADD_KEEP_NORM) {
      warnings.add("lm-eval adds the vector and does not restore ‖h‖ afterwards.");
    }
    if (!said.positions().orElse(Positions.EVERYWHERE).equals(Positions.EVERYWHERE)) {
      warnings.add(
          "lm-eval steers every position; the vector was tuned at “"
              + said.get(VectorMetadata.POSITIONS)
              + "” only.");
    }
    if (!KEPT.containsAll(said.entries().keySet())) {
      warnings.add(
          "lm-eval's file has layers, coefficient and action, and no place for the other metadata.");
    }
    return warnings;
  }

  @Override
  public void write(SteeringVector vector, WriteOptions options, Path file) throws IOException {
    boolean ablates = operator(vector) == Operator.ABLATE;
    PyTorchVectorFormat.write(
        TensorPickle.steered(
            vector.directions().keySet(),
            vector.hiddenSize(),
            ablates ? 0 : strength(vector),
            ablates ? CLAMP : "add"),
        vector.directions().values(),
        file);
  }

  private static Operator operator(SteeringVector vector) {
    return vector.metadata().operator().orElse(Operator.ADD);
  }

  private static double strength(SteeringVector vector) {
    return vector.metadata().recommendedStrength().orElse(1);
  }

  private static String plain(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e9
        ? String.valueOf((long) value)
        : String.valueOf(value);
  }
}
