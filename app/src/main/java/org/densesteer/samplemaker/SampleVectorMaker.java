package org.densesteer.samplemaker;

import java.nio.file.Path;
import java.util.List;
import org.densesteer.chat.ChatFrame;
import org.densesteer.common.Cancellation;
import org.densesteer.common.Progress;
import org.densesteer.extraction.ContrastivePair;
import org.densesteer.extraction.MeanDifference;
import org.densesteer.extraction.PairDifferences;
import org.densesteer.extraction.PairFiles;
import org.densesteer.extraction.PairReader;
import org.densesteer.extraction.Reading;
import org.densesteer.generation.ModelSession;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.format.ExportOptions;
import org.densesteer.steering.format.VectorFiles;
import org.densesteer.steering.format.VectorFormats;

/**
 * Makes the sample vector from nothing but the sample model, and judges it: pairs, mean difference,
 * choice of layer and strength on tuning problems, figures on test problems.
 */
public final class SampleVectorMaker {

  /** File name of the pairs. */
  public static final String PAIRS_FILE = "dense-pairs.jsonl";

  /** Contrastive pairs in the sample vector. */
  public static final int PAIRS = 50;

  /** Problems on which layer and strength are chosen. */
  public static final int TUNING_PROBLEMS = 60;

  /** Problems on which the choice is judged. */
  public static final int TEST_PROBLEMS = 500;

  private final ModelSession session;
  private final Progress progress;
  private final Cancellation cancellation;

  /** A maker that works with a loaded sample model. */
  public SampleVectorMaker(ModelSession session, Progress progress, Cancellation cancellation) {
    this.session = session;
    this.progress = progress;
    this.cancellation = cancellation;
  }

  /**
   * Makes pairs and vector, writes both into {@code folder} and judges the vector.
   *
   * @return what was found, on which layer and strength the file's recommendation rests
   */
  public SampleVectorReport make(Path folder, Reading reading) {
    List<ContrastivePair> pairs = SamplePairs.collect(session, PAIRS, progress, cancellation);
    SteeringVector vector = extract(pairs, reading);
    SteeringChoice choice =
        SteeringChoice.of(
            session, vector, FreshProblems.TUNING.take(TUNING_PROBLEMS), progress, cancellation);
    PairFiles.write(folder.resolve(PAIRS_FILE), pairs);
    VectorFiles.write(
        vector,
        ExportOptions.of(VectorFormats.SAFETENSORS).recommending(choice.layer(), choice.strength()),
        folder.resolve(vector.name() + ".safetensors"));
    return SampleVectorReport.of(
        session, vector, choice, FreshProblems.TEST.take(TEST_PROBLEMS), progress, cancellation);
  }

  private SteeringVector extract(List<ContrastivePair> pairs, Reading reading) {
    PairReader reader =
        new PairReader(
            (texts, weights) ->
                session.withDecoder(decoder -> decoder.pooledOutputs(texts, weights)).join(),
            session.tokenizer(),
            question -> session.chatPrompt(ChatFrame.PLAIN, question).tokenIds());
    PairDifferences differences = reader.read(pairs, reading, progress, cancellation);
    return MeanDifference.vector("dense-" + reading.id(), differences, session.info());
  }
}
