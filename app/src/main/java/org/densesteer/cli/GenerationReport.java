package org.densesteer.cli;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_EMPTY;
import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.densesteer.chat.TemplateVariables;
import org.densesteer.generation.Sampler;
import org.densesteer.generation.Sampling;
import org.jspecify.annotations.Nullable;

/**
 * What {@code generate} prints.
 *
 * @param templateVariables what the chat template was given; left out when there is nothing
 * @param sampling how the tokens were drawn; left out when the likeliest were taken
 * @param arms the answers, baseline first
 */
record GenerationReport(
    @JsonInclude(NON_EMPTY) TemplateVariables templateVariables,
    @JsonInclude(NON_NULL) @Nullable Drawn sampling,
    List<ArmReport> arms) {

  /**
   * What decides the draws.
   *
   * @param noiseVersion which noise the seed stands for, {@link Sampler#NOISE_VERSION}
   */
  record Drawn(
      double temperature,
      int topK,
      double topP,
      double repetitionPenalty,
      long seed,
      int noiseVersion) {

    /** Null where nothing is drawn. */
    static @Nullable Drawn of(Sampling sampling) {
      return sampling.greedy()
          ? null
          : new Drawn(
              sampling.temperature(),
              sampling.topK(),
              sampling.topP(),
              sampling.repetitionPenalty(),
              sampling.seed(),
              Sampler.NOISE_VERSION);
    }
  }
}
