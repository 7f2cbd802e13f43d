package org.densesteer.notebook;

import org.jspecify.annotations.Nullable;

/**
 * What an arm did in the mean. A figure that does not exist is NaN.
 *
 * @param arm {@code baseline}, {@code steered}, or a placebo's name
 * @param layer 0-based decoder block; null where no vector is added
 * @param strength λ; 0 where no vector is added
 * @param answers how many answers the means are over
 * @param accuracy share of right answers
 * @param density tokens per reasoning step
 * @param tokens tokens of ρ
 * @param nll mean NLL in nats with the prompt as context, by the unsteered model
 */
public record BundleEffect(
    String arm,
    @Nullable Integer layer,
    double strength,
    int answers,
    double accuracy,
    double density,
    double tokens,
    double nll) {}
