package org.densesteer.model.decoder;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.IValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.densesteer.common.Cancellation;
import org.densesteer.common.Progress;
import org.densesteer.model.checkpoint.Checkpoint;
import org.densesteer.model.checkpoint.ExpectedWeight;
import org.densesteer.model.checkpoint.ModelConfig;
import org.densesteer.model.checkpoint.Rope;
import org.densesteer.model.checkpoint.WeightIndex;
import org.densesteer.model.safetensors.SafetensorsFile;
import org.densesteer.model.safetensors.TensorEntry;
import org.densesteer.model.torch.TorchProgram;

/**
 * Hands a checkpoint's weights to the program: every file is mapped into memory once, and each
 * weight is a view of it where type and alignment allow, else a converted copy.
 */
final class DecoderWeights {

  private final TorchProgram program;
  private final Checkpoint checkpoint;
  private final int scalarType;
  private final Map<String, Integer> mapped = new HashMap<>();

  DecoderWeights(TorchProgram program, Checkpoint checkpoint, Arithmetic arithmetic) {
    this.program = program;
    this.checkpoint = checkpoint;
    this.scalarType = arithmetic.scalarType();
  }

  /** Loads every weight, in the order that the program text expects. */
  void load(Progress progress, Cancellation cancellation) {
    ModelConfig c = checkpoint.config();
    for (int layer = 0; layer < c.layers(); layer++) {
      cancellation.check();
      progress.update("Reading weights", (double) layer / c.layers());
      ExpectedWeight.ofBlock(c, layer).forEach(this::add);
    }
    List<ExpectedWeight> around = ExpectedWeight.aroundBlocks(c);
    add(around.get(0));
    add(around.get(1));
    if (c.tiedHead()) {
      program.call("same").integer(c.layers() * 14L).runVoid();
    } else {
      add(around.get(2));
    }
  }

  private void add(ExpectedWeight weight) {
    if (weight.present()) {
      add(weight.name(), weight.shape());
    } else {
      give(new float[0], 0);
    }
  }

  private void add(String name, long... shape) {
    WeightIndex.Location at = checkpoint.weights().find(name, shape);
    SafetensorsFile file = at.file();
    TensorEntry entry = at.entry();
    long begin = file.header().dataStart() + entry.begin();
    if (begin % entry.dtype().bytes() != 0) {
      give(file.floats(name), shape);
      return;
    }
    String key = file.path() + "#" + entry.dtype();
    int index = mapped.computeIfAbsent(key, k -> map(file, entry));
    program
        .call("take")
        .integer(index)
        .integer(begin / entry.dtype().bytes())
        .integers(shape)
        .integer(scalarType)
        .runVoid();
  }

  private int map(SafetensorsFile file, TensorEntry entry) {
    try (IValue index =
        program
            .call("map")
            .text(file.path().toAbsolutePath().toString())
            .integer(file.size() / entry.dtype().bytes())
            .integer(ScalarType.of(entry.dtype()))
            .run()) {
      return (int) index.toLong();
    }
  }

  private void give(float[] values, long... shape) {
    try (NDManager scope = program.manager().newSubManager()) {
      program
          .call("give")
          .tensor(scope.create(values, new Shape(shape)))
          .integer(scalarType)
          .runVoid();
    }
  }

  /** Tables of the rotary embedding for all positions up to {@code positions}. */
  void setRope(int positions) {
    ModelConfig c = checkpoint.config();
    Rope rope = c.rope();
    int half = c.headDim() / 2;
    float[] cos = new float[positions * half];
    float[] sin = new float[positions * half];
    for (int position = 0; position < positions; position++) {
      for (int pair = 0; pair < half; pair++) {
        double angle = rope.angle(position, pair, c.headDim());
        cos[position * half + pair] = (float) Math.cos(angle);
        sin[position * half + pair] = (float) Math.sin(angle);
      }
    }
    try (NDManager scope = program.manager().newSubManager()) {
      Shape shape = new Shape(positions, half);
      program
          .call("setRope")
          .tensor(scope.create(cos, shape))
          .tensor(scope.create(sin, shape))
          .runVoid();
    }
  }

  /** Brings the weights into the form that decoding reads fastest. */
  void pack(Progress progress, Cancellation cancellation) {
    int layers = checkpoint.config().layers();
    for (int layer = 0; layer < layers; layer++) {
      cancellation.check();
      progress.update("Packing weights", (double) layer / layers);
      program.call("packBlock").integer(layer).runVoid();
    }
    cancellation.check();
    program.call("packHead").runVoid();
  }
}
