package org.densesteer.model.decoder;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.densesteer.common.Cancellation;
import org.densesteer.common.FaultException;
import org.densesteer.common.FileStamps;
import org.densesteer.common.Progress;
import org.densesteer.common.Texts;
import org.densesteer.files.safetensors.SafetensorsFile;
import org.densesteer.model.checkpoint.Checkpoint;
import org.densesteer.model.checkpoint.ExpectedWeight;
import org.densesteer.model.checkpoint.ModelConfig;
import org.densesteer.model.checkpoint.WeightIndex;
import org.densesteer.model.torch.ScalarType;
import org.densesteer.model.torch.TorchProgram;
import org.jspecify.annotations.Nullable;

/**
 * Hands a checkpoint's weights to the program and brings them into the form that it computes with.
 * Files are mapped into memory, and each weight is a view where type and alignment allow, else a
 * converted copy. Where prompts are read with the packed weights too, a block's mapping is given up
 * as soon as the block is packed, so that no more than one copy is ever held.
 */
final class DecoderWeights {

  private final TorchProgram program;
  private final Checkpoint checkpoint;
  private final Arithmetic arithmetic;
  private final MappedFiles files;
  private final FileStamps stamps;
  private final Queue<Runnable> unpacked = new ArrayDeque<>();

  DecoderWeights(TorchProgram program, Checkpoint checkpoint, Arithmetic arithmetic) {
    this.program = program;
    this.checkpoint = checkpoint;
    this.arithmetic = arithmetic;
    files = new MappedFiles(program);
    stamps =
        FileStamps.of(checkpoint.weights().files().stream().map(SafetensorsFile::path).toList());
  }

  /**
   * Loads every weight, in the order that the program text expects, and packs it; planes of
   * integers are packed later, because that takes seconds and prompts are read without.
   *
   * @throws FaultException when a weight is missing, or of a shape that cannot be quantised
   */
  void load(Progress progress, Cancellation cancellation) {
    ModelConfig c = checkpoint.config();
    refuseUneven(c);
    boolean stored = arithmetic.storage().quantised();
    for (int layer = 0; layer < c.layers(); layer++) {
      cancellation.check();
      progress.update("Reading weights", (double) layer / c.layers());
      ExpectedWeight.ofBlock(c, layer).forEach(this::add);
      if (!stored) {
        requireUnchanged();
        program.call("packBlock").integer(layer).runVoid();
        unmapWhatIsPacked();
      }
    }
    addAround(c);
    if (stored) {
      quantise(progress, cancellation);
    } else {
      program.call("packHead").runVoid();
      unmapWhatIsPacked();
    }
    keepEmbedding(c);
    program.call("scaleNorms").runVoid();
  }

  private void addAround(ModelConfig c) {
    List<ExpectedWeight> around = ExpectedWeight.aroundBlocks(c);
    add(around.get(0));
    add(around.get(1));
    if (c.tiedHead()) {
      program.call("same").integer(WeightSlots.embedding(c.layers())).runVoid();
    } else {
      add(around.get(2));
    }
  }

  private void quantise(Progress progress, Cancellation cancellation) {
    QuantisedWeights onDisk = new QuantisedWeights(program, files, checkpoint, arithmetic);
    boolean kept = onDisk.open();
    if (!kept) {
      quantiseTo(onDisk, progress, cancellation);
    }
    for (int i = 0; i <= checkpoint.config().layers(); i++) {
      int block = i;
      if (arithmetic.storage() == Storage.INT8_PLANES) {
        unpacked.add(() -> packPlanes(block, kept ? onDisk : null));
      } else if (kept) {
        onDisk.take(block);
        files.unmap();
      }
    }
  }

  /** A block that is on disk is mapped only while it is taken, so that it is not held twice. */
  private void packPlanes(int block, @Nullable QuantisedWeights onDisk) {
    if (onDisk != null) {
      onDisk.take(block);
    }
    program.call("packPlanes").integer(block).runVoid();
    files.unmap();
  }

  /**
   * Packs everything that {@link #load} has left for later.
   *
   * @throws FaultException when the files were written over: a view of one that was cut off would
   *     end the process
   */
  void prepareStep() {
    requireUnchanged();
    while (!unpacked.isEmpty()) {
      packNext();
    }
  }

  /**
   * Makes sure that the files are what they were; those of a small checkpoint do not matter, since
   * it was copied.
   *
   * @throws FaultException naming one that was written over
   */
  void requireUnchanged() {
    if (!arithmetic.small()) {
      stamps.requireUnchanged();
    }
  }

  /**
   * Packs one block, the head at last, where {@link #load} has left that for later.
   *
   * @return whether there is more to pack
   * @throws FaultException when what it is made of is no longer there; it is tried again next time
   */
  boolean packNext() {
    Runnable next = unpacked.peek();
    if (next != null) {
      next.run();
      unpacked.remove();
    }
    return !unpacked.isEmpty();
  }

  private void quantiseTo(QuantisedWeights onDisk, Progress progress, Cancellation cancellation) {
    int layers = checkpoint.config().layers();
    String what = "Quantising to " + arithmetic.storage().label();
    for (int layer = 0; layer < layers; layer++) {
      cancellation.check();
      progress.update(what, (double) layer / (layers + 4));
      requireUnchanged();
      program.call("packBlock").integer(layer).runVoid();
    }
    cancellation.check();
    program.call("packHead").runVoid();
    progress.update("Keeping the quantised weights", -1);
    onDisk.save();
  }

  private void refuseUneven(ModelConfig c) {
    int group = arithmetic.storage().group();
    for (int width : new int[] {c.hiddenSize(), c.queryWidth(), c.intermediateSize()}) {
      if (group > 1 && width % group != 0) {
        throw new FaultException(
            Texts.of(
                "The checkpoint %s cannot be quantised to %s: its width %d is no multiple of %d.",
                checkpoint.folder(), arithmetic.storage().label(), width, group));
      }
    }
  }

  private void unmapWhatIsPacked() {
    if (arithmetic.readsPacked()) {
      files.unmap();
    }
  }

  /** Of an embedding that is a view, only the rows in use need to be in memory: maps it alone. */
  private void keepEmbedding(ModelConfig c) {
    ExpectedWeight embedding = ExpectedWeight.aroundBlocks(c).get(0);
    WeightIndex.Location at = checkpoint.weights().find(embedding.name(), embedding.shape());
    if (!arithmetic.readsPacked() || !isView(at)) {
      return;
    }
    program
        .call("put")
        .integer(WeightSlots.embedding(c.layers()))
        .integer(files.numberOf(at.file(), at.entry().dtype()))
        .integer(at.file().position(at.entry()) / at.entry().dtype().bytes())
        .integers(embedding.shape())
        .runVoid();
  }

  private boolean isView(WeightIndex.Location at) {
    return ScalarType.of(at.entry().dtype()) == arithmetic.scalarType()
        && at.file().isAligned(at.entry());
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
    // A small checkpoint is copied: what happens to its files then does not matter.
    if (arithmetic.small() || !at.file().isAligned(at.entry())) {
      give(at.file().floats(at.entry().name()), shape);
      return;
    }
    program
        .call("take")
        .integer(files.numberOf(at.file(), at.entry().dtype()))
        .integer(at.file().position(at.entry()) / at.entry().dtype().bytes())
        .integers(shape)
        .integer(arithmetic.scalarType().number())
        .runVoid();
  }

  private void give(float[] values, long... shape) {
    try (NDManager scope = program.manager().newSubManager()) {
      program
          .call("give")
          .tensor(scope.create(values, new Shape(shape)))
          .integer(arithmetic.scalarType().number())
          .runVoid();
    }
  }
}
