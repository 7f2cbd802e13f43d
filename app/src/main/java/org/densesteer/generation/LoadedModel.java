package org.densesteer.generation;

import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.densesteer.common.Cancellation;
import org.densesteer.common.FileStamps;
import org.densesteer.common.Progress;
import org.densesteer.files.safetensors.SafetensorsFile;
import org.densesteer.hub.RepoId;
import org.densesteer.model.ModelInfo;
import org.densesteer.model.Precision;
import org.densesteer.model.Tokenizer;
import org.densesteer.model.checkpoint.Checkpoint;
import org.densesteer.model.checkpoint.Fingerprint;
import org.densesteer.model.checkpoint.ModelConfig;
import org.densesteer.model.decoder.Arithmetic;
import org.densesteer.model.decoder.Decoder;
import org.densesteer.model.memory.FreeMemory;
import org.densesteer.model.torch.Engines;

/**
 * A checkpoint in memory.
 *
 * @param thread the one thread that may use the decoder
 * @param decoder its decoder
 * @param tokenizer its tokenizer, for any thread
 * @param info what it is
 * @param weights its files as they were when they were looked at
 */
record LoadedModel(
    DecoderThread thread,
    Decoder decoder,
    Tokenizer tokenizer,
    ModelInfo info,
    FileStamps weights) {

  /**
   * Loads a checkpoint folder and waits for it, as {@link ModelSession#open} says.
   *
   * @param free asks how much memory is free
   */
  static LoadedModel load(
      Path checkpoint,
      Precision precision,
      Supplier<FreeMemory> free,
      Progress progress,
      Cancellation cancellation) {
    String name = name(checkpoint);
    progress.update("Opening " + name, -1);
    // The engine takes longest to start, and needs nothing of what is read meanwhile.
    Engines.prepareAside();
    Checkpoint opened = Checkpoint.open(checkpoint);
    FileStamps weights =
        FileStamps.of(opened.weights().files().stream().map(SafetensorsFile::path).toList());
    Tokenizer tokenizer = Tokenizer.open(checkpoint);
    DecoderThread thread = new DecoderThread();
    try {
      Arithmetic arithmetic =
          thread.await(() -> Arithmetic.choose(precision, opened.weights().bytes()));
      LoadedSize.of(opened, arithmetic).requireFits(name, free.get());
      cancellation.check();
      Decoder decoder = thread.await(() -> Decoder.load(opened, precision, progress, cancellation));
      thread.between(decoder::packNext);
      return new LoadedModel(thread, decoder, tokenizer, describe(decoder), weights);
    } catch (RuntimeException e) {
      thread.close(tokenizer::close);
      throw e;
    }
  }

  private static ModelInfo describe(Decoder decoder) {
    Checkpoint checkpoint = decoder.checkpoint();
    ModelConfig config = checkpoint.config();
    Path folder = checkpoint.folder().toAbsolutePath().normalize();
    return new ModelInfo(
        name(folder),
        folder,
        config.family(),
        config.layers(),
        config.hiddenSize(),
        config.vocabularySize(),
        checkpoint.weights().parameters(),
        checkpoint.weights().bytes(),
        decoder.arithmetic().label(),
        decoder.arithmetic().reason(),
        Fingerprint.of(checkpoint.weights()),
        config.maxPositions(),
        checkpoint.generation(),
        Stream.concat(checkpoint.notes().stream(), decoder.arithmetic().note().stream()).toList());
  }

  /** The folder's own name, or the repository's where the folder is called by its commit. */
  private static String name(Path checkpoint) {
    Path folder = checkpoint.toAbsolutePath().normalize();
    return RepoId.ofSnapshot(folder)
        .map(RepoId::name)
        .orElseGet(() -> String.valueOf(folder.getFileName()));
  }

  /** Frees it, after what its thread has to do and {@code last}, and waits for that. */
  void close(Runnable last) {
    thread.close(
        () -> {
          last.run();
          decoder.close();
          tokenizer.close();
        });
  }
}
