package org.densesteer.extraction;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.densesteer.chat.TemplateVariables;
import org.densesteer.common.Cancellation;
import org.densesteer.common.FaultException;
import org.densesteer.common.Progress;
import org.densesteer.common.Texts;
import org.densesteer.model.ModelInfo;
import org.densesteer.steering.Positions;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.VectorMath;
import org.densesteer.steering.VectorMetadata;

/**
 * A finished extraction.
 *
 * @param vector a direction for every decoder block; it recommends the best layer of the band
 * @param layers what is known of each, in order
 * @param band where to begin a search; empty when the pairs agree at no layer
 */
public record ExtractedVector(
    SteeringVector vector, List<LayerReport> layers, Optional<LayerBand> band) {

  private static final String FORMAT_VERSION = "1";
  private static final String HOOK = "decoder_block_output";

  /** Freezes the list. */
  public ExtractedVector {
    layers = List.copyOf(layers);
  }

  /**
   * Makes a vector of what was read.
   *
   * @param name what it is called
   * @param recipe how; its reading must be that of the differences
   * @param model the model that the differences were read from
   * @throws FaultException when a hidden state is not a finite number
   * @throws java.util.concurrent.CancellationException when cancelled
   */
  public static ExtractedVector of(
      String name,
      PairDifferences differences,
      ExtractionRecipe recipe,
      ModelInfo model,
      Progress progress,
      Cancellation cancellation) {
    SortedMap<Integer, float[]> directions = new TreeMap<>();
    List<CrossValidation> agreements = new ArrayList<>();
    for (int layer = 0; layer < differences.layers(); layer++) {
      cancellation.check();
      progress.update("Judging layer " + layer, (double) layer / differences.layers());
      requireFinite(differences, layer);
      directions.put(layer, recipe.method().direction(differences, layer));
      agreements.add(CrossValidation.of(differences, recipe.method(), layer));
    }
    SteeringVector vector = vector(name, directions, recipe.words(), differences, model);
    if (recipe.normalised()) {
      vector = VectorMath.unitNormalise(vector).withShuffled(vector.shuffled());
    }
    List<LayerReport> layers = reports(vector, agreements);
    Optional<LayerBand> band = LayerBand.of(layers);
    return new ExtractedVector(suggesting(vector, band, layers), layers, band);
  }

  private static SteeringVector suggesting(
      SteeringVector vector, Optional<LayerBand> band, List<LayerReport> layers) {
    return band.map(
            found ->
                vector.with(
                    vector.metadata().with(VectorMetadata.RECOMMENDED_LAYER, found.best(layers))))
        .orElse(vector);
  }

  /**
   * A copy whose vector says which user turn the questions were put into, and what else the chat
   * template was given.
   */
  public ExtractedVector asked(QuestionTemplate template, TemplateVariables variables) {
    VectorMetadata told = vector.metadata().with(VectorMetadata.PROMPT_TEMPLATE, template.text());
    if (!variables.isEmpty()) {
      told = told.with(VectorMetadata.TEMPLATE_VARIABLES, variables.json());
    }
    return new ExtractedVector(vector.with(told), layers, band);
  }

  /** Directions as a vector that says what it was made from. */
  static SteeringVector vector(
      String name,
      SortedMap<Integer, float[]> directions,
      String method,
      PairDifferences differences,
      ModelInfo model) {
    VectorMetadata metadata =
        VectorMetadata.EMPTY
            .with(VectorMetadata.FORMAT_VERSION, FORMAT_VERSION)
            .with(VectorMetadata.MODEL_ID, model.name())
            .with(VectorMetadata.MODEL_FINGERPRINT, model.fingerprint())
            .with(VectorMetadata.HIDDEN_SIZE, differences.hiddenSize())
            .with(VectorMetadata.HOOK, HOOK)
            .with(VectorMetadata.POSITIONS, Positions.EVERYWHERE.id())
            .with(VectorMetadata.METHOD, method)
            .with(VectorMetadata.PAIR_COUNT, differences.pairs())
            .with(VectorMetadata.CREATED, Instant.now().truncatedTo(ChronoUnit.SECONDS));
    return new SteeringVector(
        name,
        differences.hiddenSize(),
        directions,
        metadata,
        ShuffledPairs.of(differences, ShuffledPairs.DRAWS));
  }

  private static void requireFinite(PairDifferences differences, int layer) {
    for (float[] pair : differences.values()[layer]) {
      for (float value : pair) {
        if (!Float.isFinite(value)) {
          throw new FaultException(
              Texts.of(
                  "The hidden states at layer %d are not finite numbers; try another precision.",
                  layer));
        }
      }
    }
  }

  private static List<LayerReport> reports(
      SteeringVector vector, List<CrossValidation> agreements) {
    List<LayerReport> reports = new ArrayList<>();
    for (int layer = 0; layer < agreements.size(); layer++) {
      reports.add(
          new LayerReport(
              layer,
              vector.norm(layer),
              layer == 0 ? Double.NaN : cosine(vector, layer - 1, layer),
              agreements.get(layer)));
    }
    return reports;
  }

  private static double cosine(SteeringVector vector, int a, int b) {
    return VectorMath.cosine(vector.direction(a), vector.direction(b));
  }
}
