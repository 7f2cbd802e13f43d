package org.densesteer.model.training;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.GradientCollector;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.densesteer.common.FaultException;
import org.densesteer.common.Texts;
import org.densesteer.model.Precision;
import org.densesteer.model.checkpoint.BlockWeight;
import org.densesteer.model.torch.ProgramText;
import org.densesteer.model.torch.ScalarType;
import org.densesteer.model.torch.TorchArchive;
import org.densesteer.model.torch.TorchProgram;

/** Trains the weights of one decoder, a batch at a time. For one thread; owns native memory. */
public final class DecoderTrainer implements AutoCloseable {

  /** Weights of a block. The norms of queries and keys, which Qwen2 lacks, are the last two. */
  private static final int BLOCK_WEIGHTS = BlockWeight.QUERY_NORM.ordinal();

  private final TorchProgram program;
  private final Optimizer optimizer;
  private final NDArray config;
  private final NDArray cosines;
  private final NDArray sines;
  private final int maxLength;
  private int step;

  /**
   * Starts from a state.
   *
   * @param precision arithmetic of the matrix products; everything else is float32
   * @param maxLength most positions of any batch
   */
  public DecoderTrainer(
      DecoderShape shape,
      Optimizer optimizer,
      TrainingState state,
      Precision precision,
      int maxLength) {
    this.optimizer = optimizer;
    this.maxLength = maxLength;
    this.step = state.step();
    program = TorchProgram.load(archive());
    NDManager manager = program.manager();
    config =
        manager.create(
            new double[] {
              shape.layers(),
              shape.heads(),
              shape.keyValueHeads(),
              shape.headWidth(),
              shape.normEpsilon(),
              (precision == Precision.BFLOAT16 ? ScalarType.BFLOAT16 : ScalarType.FLOAT32).number()
            });
    int positions = Batch.roundedLength(maxLength);
    RotaryTable table = RotaryTable.of(positions, shape.headWidth(), shape.ropeTheta());
    cosines = manager.create(table.cosines(), new Shape(positions, shape.headWidth()));
    sines = manager.create(table.sines(), new Shape(positions, shape.headWidth()));
    restore(shape, state);
  }

  /** Steps done, those before a resume included. */
  public int step() {
    return step;
  }

  /**
   * Learns from one batch.
   *
   * @return mean cross-entropy over the answers before the update, in nats a token
   */
  public float learn(Batch batch) {
    if (batch.length() > Batch.roundedLength(maxLength)) {
      throw new FaultException(
          Texts.of(
              "A training batch has %d positions where at most %d are expected.",
              batch.length(), maxLength));
    }
    step++;
    // The optimizing executor profiles its first calls and then computes in another order, so that
    // a resumed training would drift from an uninterrupted one. The setting is the thread's own.
    JniUtils.setGraphExecutorOptimize(false);
    try (NDManager scope = program.manager().newSubManager();
        GradientCollector gradients = Engine.getEngine("PyTorch").newGradientCollector()) {
      Objects.requireNonNull(gradients);
      NDList loss =
          program.forward(
              "train",
              true,
              scope,
              scope.create(batch.ids(), new Shape(batch.rows(), batch.length())),
              scope.create(batch.positions()),
              scope.create(batch.targets()),
              cosines,
              sines,
              config,
              scope.create(optimizerValues()));
      try (loss) {
        return loss.singletonOrThrow().toFloatArray()[0];
      }
    } finally {
      JniUtils.setGraphExecutorOptimize(true);
    }
  }

  /** A copy of the present state. */
  public TrainingState state() {
    try (NDManager scope = program.manager().newSubManager();
        NDList rows = program.forward("snapshot", false, scope, scope.create(0f))) {
      float[] all = rows.singletonOrThrow().toFloatArray();
      int count = all.length / 3;
      return new TrainingState(
          step,
          Arrays.copyOfRange(all, 0, count),
          Arrays.copyOfRange(all, count, 2 * count),
          Arrays.copyOfRange(all, 2 * count, 3 * count));
    }
  }

  @Override
  public void close() {
    program.close();
  }

  private void restore(DecoderShape shape, TrainingState state) {
    List<Parameter> parameters = Parameter.of(shape);
    long[] shapes = new long[2 * parameters.size()];
    for (int i = 0; i < parameters.size(); i++) {
      shapes[2 * i] = parameters.get(i).rows();
      shapes[2 * i + 1] = parameters.get(i).columns();
    }
    if (state.weights().length != Parameter.count(shape)) {
      throw new FaultException(
          Texts.of(
              "The training state has %d values where the decoder has %d.",
              state.weights().length, Parameter.count(shape)));
    }
    try (NDManager scope = program.manager().newSubManager()) {
      program
          .forward(
              "restore",
              true,
              scope,
              scope.create(shapes, new Shape(parameters.size(), 2)),
              scope.create(state.weights()),
              scope.create(state.firstMoment()),
              scope.create(state.secondMoment()))
          .close();
    }
  }

  private double[] optimizerValues() {
    return new double[] {
      step,
      optimizer.rateAt(step),
      optimizer.beta1(),
      optimizer.beta2(),
      optimizer.weightDecay(),
      optimizer.gradientLimit()
    };
  }

  static TorchArchive archive() {
    return new ProgramText(DecoderTrainer.class)
        .put("blockWeights", BLOCK_WEIGHTS)
        .putPlaces("", BlockWeight.values())
        .archive("Trainer", "trainer.txt", List.of("weights", "flat"));
  }
}
