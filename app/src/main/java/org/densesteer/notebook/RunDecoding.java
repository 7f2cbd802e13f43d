package org.densesteer.notebook;

import org.densesteer.generation.GenerationRequest;
import org.densesteer.generation.Sampler;
import org.densesteer.generation.Sampling;

/**
 * How the tokens of a run were chosen.
 *
 * @param sampling temperature, top-k, top-p, repetition penalty and seed
 * @param noiseVersion how the seed became random numbers, see {@link Sampler#NOISE_VERSION}
 * @param maxTokens most tokens an answer was allowed
 * @param ignoreEndOfText whether an end-of-text token was an ordinary one
 */
public record RunDecoding(
    Sampling sampling, int noiseVersion, int maxTokens, boolean ignoreEndOfText) {

  /** That of a run which this version makes. */
  public static RunDecoding of(GenerationRequest request) {
    return of(request.sampling(), request.maxNewTokens(), request.ignoreEndOfText());
  }

  /** The same from its parts. */
  public static RunDecoding of(Sampling sampling, int maxTokens, boolean ignoreEndOfText) {
    return new RunDecoding(sampling, Sampler.NOISE_VERSION, maxTokens, ignoreEndOfText);
  }
}
