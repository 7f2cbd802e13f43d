package org.densesteer.generation;

import org.densesteer.files.safetensors.Dtype;
import org.densesteer.model.checkpoint.Checkpoint;
import org.densesteer.model.checkpoint.ExpectedWeight;
import org.densesteer.model.checkpoint.ModelConfig;
import org.densesteer.model.checkpoint.WeightIndex;
import org.densesteer.model.decoder.Arithmetic;
import org.densesteer.model.memory.MemoryNeed;

/**
 * What a checkpoint will take in memory, told before it is loaded: its weights as they are read
 * (mapped where the file has the arithmetic's type, converted where not), where they are kept;
 * their packed copies; the keys and values of a usual comparison; and the program itself.
 */
final class LoadedSize {

  private static final int ROWS = 4;
  private static final int POSITIONS = 2048;

  /** The libraries, and buffers of the products, about as much as was seen with small models. */
  private static final long BUFFERS = 300L << 20;

  private LoadedSize() {}

  static MemoryNeed of(Checkpoint checkpoint, Arithmetic arithmetic) {
    int width = arithmetic.bfloat16() ? 2 : 4;
    Dtype mapped = arithmetic.bfloat16() ? Dtype.BF16 : Dtype.F32;
    ModelConfig config = checkpoint.config();
    WeightIndex weights = checkpoint.weights();
    long products = products(config);
    long read = arithmetic.readsPacked() ? embedding(config) * width : held(weights, mapped, width);
    long total = read + arithmetic.packedBytes(products);
    double copies = (double) total / Math.max(1, weights.bytes());
    long cache =
        MemoryNeed.keyValueCache(
            config.layers(),
            ROWS,
            config.kvHeads(),
            config.headDim(),
            Math.min(POSITIONS, config.maxPositions()),
            width);
    return new MemoryNeed(weights.bytes(), copies, cache + BUFFERS);
  }

  private static long held(WeightIndex weights, Dtype mapped, int width) {
    return weights.tensors().values().stream()
        .map(WeightIndex.Location::entry)
        .mapToLong(
            entry ->
                entry.dtype() == mapped ? entry.end() - entry.begin() : entry.elements() * width)
        .sum();
  }

  private static long embedding(ModelConfig config) {
    return (long) config.vocabularySize() * config.hiddenSize();
  }

  /** Weights of the matrix products: every projection of every block, and the output head. */
  private static long products(ModelConfig config) {
    long block =
        ExpectedWeight.ofBlock(config, 0).stream()
            .filter(weight -> weight.shape().length == 2)
            .mapToLong(ExpectedWeight::elements)
            .sum();
    return config.layers() * block + embedding(config);
  }
}
