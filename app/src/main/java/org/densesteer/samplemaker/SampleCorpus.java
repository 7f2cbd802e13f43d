package org.densesteer.samplemaker;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.densesteer.model.training.Batch;
import org.densesteer.model.training.Example;

/**
 * The endless training text, as batches. The batch of a step depends on the seed and the step
 * alone, so that a resumed training reads on where it stopped.
 */
final class SampleCorpus {

  /** Share of the answers that are written in the dense style. */
  static final double DENSE_SHARE = 0.25;

  static final int BATCHES_IN_POOL = 16;

  private final SampleVocabulary vocabulary;
  private final long seed;
  private final int rows;
  private final int maxLength;
  private int poolNumber = -1;
  private List<Batch> pool = List.of();

  SampleCorpus(SampleVocabulary vocabulary, long seed, int rows, int maxLength) {
    this.vocabulary = vocabulary;
    this.seed = seed;
    this.rows = rows;
    this.maxLength = maxLength;
  }

  /** The batch of a step, counted from 1. */
  Batch batch(int step) {
    int number = (step - 1) / BATCHES_IN_POOL;
    if (number != poolNumber) {
      pool = fill(number);
      poolNumber = number;
    }
    return pool.get((step - 1) % BATCHES_IN_POOL);
  }

  /** Seed of the problems that the batches from step {@code 16 * number + 1} on are made of. */
  static long poolSeed(long seed, int number) {
    return seed * 1_000_003 + number;
  }

  /** Sequences of like length share a batch, which saves most of the padding. */
  private List<Batch> fill(int number) {
    long own = poolSeed(seed, number);
    ProblemGenerator problems = new ProblemGenerator(own);
    Random random = new Random(own ^ 0x5DEECE66DL);
    List<Example> examples = new ArrayList<>();
    while (examples.size() < rows * BATCHES_IN_POOL) {
      Example example = example(problems.next(), random);
      if (example.tokens().length <= maxLength) {
        examples.add(example);
      }
    }
    examples.sort(Comparator.comparingInt(example -> example.tokens().length));
    List<Batch> batches = new ArrayList<>();
    for (int i = 0; i < BATCHES_IN_POOL; i++) {
      batches.add(Batch.of(examples.subList(i * rows, (i + 1) * rows)));
    }
    Collections.shuffle(batches, random);
    return batches;
  }

  private Example example(WordProblem problem, Random random) {
    int[] prompt = vocabulary.encode(PromptStyle.draw(problem.question(), random));
    boolean dense = random.nextDouble() < DENSE_SHARE;
    String answer = dense ? problem.dense() : problem.sparse();
    int[] reply = vocabulary.encode(answer + SampleVocabulary.TURN_END);
    int[] tokens = Arrays.copyOf(prompt, prompt.length + reply.length);
    System.arraycopy(reply, 0, tokens, prompt.length, reply.length);
    return new Example(tokens, prompt.length);
  }
}
