package org.densesteer.model.checkpoint;

/**
 * Reads the rotary embedding of a {@code config.json} as transformers 5.18 does: a {@code
 * rope_scaling} takes the place of all {@code rope_parameters}, their theta included.
 */
final class RopeReader {

  private static final double DEFAULT_THETA = 10_000;

  private final ConfigValues root;
  private final ConfigValues rope;

  private RopeReader(ConfigValues root) {
    this.root = root;
    ConfigValues scaling = root.object("rope_scaling");
    rope = scaling.isEmpty() ? root.object("rope_parameters") : scaling;
  }

  static Rope read(ConfigValues root) {
    return new RopeReader(root).rope();
  }

  private Rope rope() {
    double theta = rope.number("rope_theta", root.number("rope_theta", DEFAULT_THETA));
    double rotated = rope.number("partial_rotary_factor", root.number("partial_rotary_factor", 1));
    if (rotated != 1) {
      throw root.refuse("it turns only a part of each head, which is not supported");
    }
    return new Rope(theta, scaling());
  }

  private RopeScaling scaling() {
    String type = rope.text("rope_type", rope.text("type", "default"));
    return switch (type) {
      case "default" -> RopeScaling.NONE;
      case "linear" -> new RopeScaling.Linear(required("factor"));
      case "dynamic" ->
          new RopeScaling.Dynamic(required("factor"), root.positive("max_position_embeddings"));
      case "yarn" -> yarn();
      case "llama3" ->
          new RopeScaling.Llama3(
              required("factor"),
              required("low_freq_factor"),
              required("high_freq_factor"),
              originalPositions());
      default -> throw root.refuse("the rope type '" + type + "' is not supported");
    };
  }

  private RopeScaling yarn() {
    double original = originalPositions();
    double reached = root.positive("max_position_embeddings");
    double factor =
        reached == original ? required("factor") : rope.number("factor", reached / original);
    return new RopeScaling.Yarn(
        factor,
        original,
        rope.number("beta_fast", 32),
        rope.number("beta_slow", 1),
        rope.flag("truncate", true),
        (float) rope.number("attention_factor", attentionFactor(factor)));
  }

  /** What YaRN multiplies cosine and sine by where the file does not say. */
  private double attentionFactor(double factor) {
    double numerator = rope.numberOrZero("mscale");
    double denominator = rope.numberOrZero("mscale_all_dim");
    return numerator > 0 && denominator > 0
        ? magnitude(factor, numerator) / magnitude(factor, denominator)
        : magnitude(factor, 1);
  }

  private static double magnitude(double factor, double weight) {
    return factor <= 1 ? 1 : 0.1 * weight * Math.log(factor) + 1;
  }

  /** The key beside the rope's own wins, as for transformers. */
  private double originalPositions() {
    String key = "original_max_position_embeddings";
    return root.number(key, rope.number(key, root.positive("max_position_embeddings")));
  }

  private double required(String name) {
    double value = rope.number(name, Double.NaN);
    if (Double.isNaN(value)) {
      throw root.refuse("the rope scaling lacks " + name);
    }
    return value;
  }
}
