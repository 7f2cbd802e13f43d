package org.densesteer.generation;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.densesteer.chat.ChatFrame;
import org.densesteer.chat.ChatTemplate;
import org.densesteer.chat.ChatTemplates;
import org.densesteer.common.Cancellation;
import org.densesteer.common.FaultException;
import org.densesteer.common.Progress;
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
import org.densesteer.model.memory.MemoryProbe;
import org.densesteer.model.torch.Engines;
import org.densesteer.steering.Steering;
import org.jspecify.annotations.Nullable;

/**
 * A loaded model and the one thread that runs it. All methods may be called from any thread; jobs
 * queue up and run one at a time.
 */
public final class ModelSession implements AutoCloseable {

  private final Decoder decoder;
  private final Tokenizer tokenizer;
  private final ModelInfo info;
  private final PromptCache prompts = PromptCache.ofAFew();
  private final DecoderThread thread;
  private final Set<RunControl> active = ConcurrentHashMap.newKeySet();
  private final Set<BatchRun> batches = new HashSet<>();
  private @Nullable ChatTemplate template;

  private ModelSession(DecoderThread thread, Decoder decoder, Tokenizer tokenizer) {
    this.thread = thread;
    this.decoder = decoder;
    this.tokenizer = tokenizer;
    info = describe(decoder);
  }

  /**
   * Loads a checkpoint folder and waits for it, after a look at the memory that it will need. The
   * calling thread computes nothing itself: libtorch keeps helpers for every thread that ever
   * computed, and where there are more helpers than processors they sleep between operations, which
   * costs a third of the decoding speed.
   *
   * @throws FaultException when the folder is not a checkpoint that can be run, or does not fit
   *     into the free memory
   * @throws java.util.concurrent.CancellationException when cancelled
   */
  public static ModelSession open(
      Path checkpoint, Precision precision, Progress progress, Cancellation cancellation) {
    return open(checkpoint, precision, MemoryProbe::free, progress, cancellation);
  }

  static ModelSession open(
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
    Tokenizer tokenizer = Tokenizer.open(checkpoint);
    DecoderThread thread = new DecoderThread();
    try {
      Arithmetic arithmetic =
          thread.await(() -> Arithmetic.choose(precision, opened.weights().bytes()));
      LoadedSize.of(opened, arithmetic).requireFits(name, free.get());
      cancellation.check();
      Decoder decoder = thread.await(() -> Decoder.load(opened, precision, progress, cancellation));
      thread.between(decoder::packNext);
      return new ModelSession(thread, decoder, tokenizer);
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
        config.maxPositions());
  }

  /** The folder's own name, or the repository's where the folder is called by its commit. */
  static String name(Path checkpoint) {
    Path folder = checkpoint.toAbsolutePath().normalize();
    return RepoId.ofSnapshot(folder)
        .map(RepoId::name)
        .orElseGet(() -> String.valueOf(folder.getFileName()));
  }

  /** What is loaded. */
  public ModelInfo info() {
    return info;
  }

  /** The checkpoint's tokenizer. */
  public Tokenizer tokenizer() {
    return tokenizer;
  }

  /** How many threads one of its operations uses. */
  public int threads() {
    return decoder.arithmetic().threads();
  }

  /**
   * The chat prompt for a question, generation prompt included.
   *
   * @throws FaultException when the question is blank, or the checkpoint has no chat template or
   *     one that refuses or cannot read what it is given
   */
  public Prompt chatPrompt(ChatFrame frame, String question) {
    if (question.isBlank()) {
      throw new FaultException("The question is empty.");
    }
    return rawPrompt(template().render(frame.messages(question), true, frame.variables()));
  }

  /** Read at its first use: a checkpoint without a template still takes raw prompts. */
  private synchronized ChatTemplate template() {
    ChatTemplate known = template;
    if (known == null) {
      known = ChatTemplates.load(info.folder());
      template = known;
    }
    return known;
  }

  /**
   * A prompt that is used as it is.
   *
   * @throws FaultException when it has no token
   */
  public Prompt rawPrompt(String text) {
    int[] ids = tokenizer.encode(text);
    if (ids.length == 0) {
      throw new FaultException("The prompt is empty.");
    }
    return new Prompt(text, ids);
  }

  /** A prompt given by its ids. */
  public Prompt rawPrompt(int[] tokenIds) {
    return new Prompt(tokenizer.decode(tokenIds), tokenIds.clone());
  }

  /** Reads a prompt into the cache ahead of a run. */
  public CompletableFuture<PromptReport> readPrompt(Prompt prompt) {
    return thread.submit(
        () -> {
          long start = System.nanoTime();
          PromptCache.Found found = prompts.get(decoder, prompt.tokenIds(), new Cancellation());
          return new PromptReport(
              found.computedBlocks(),
              (System.nanoTime() - start) / 1e6,
              found.states().hiddenNorms());
        });
  }

  /**
   * Queues a run. The future gives the traces in the order of the arms; a cancelled run gives what
   * there was, with {@link StopReason#CANCELLED}. A failure completes it exceptionally.
   */
  public CompletableFuture<List<Trace>> run(
      GenerationRequest request, RunListener listener, RunControl control) {
    if (request.maxNewTokens() < 1) {
      throw new FaultException("An answer must be allowed at least one token.");
    }
    active.add(control);
    return thread
        .submit(
            () -> {
              long start = System.nanoTime();
              LockStep run = new LockStep(decoder, tokenizer, request, listener, control);
              PromptCache.Found found =
                  prompts.get(decoder, request.prompt().tokenIds(), control.cancellation());
              return run.run(found.states(), found.computedBlocks(), start);
            })
        .whenComplete((traces, failure) -> active.remove(control));
  }

  /**
   * Begins a batch of answers to prompts of their own; the caller drives and closes it.
   *
   * @throws FaultException when a steering does not fit the model, or a prompt is too long
   */
  public BatchJob batch(BatchRequest request, BatchRequest.Listener listener) {
    return new BatchJob(
        thread,
        () -> {
          BatchRun run = new BatchRun(decoder, tokenizer, request, listener);
          batches.add(run);
          return run;
        },
        batches::remove);
  }

  /**
   * Queues the scoring of given ids.
   *
   * @param response ids after the prompt; may be empty
   * @param steerings what the steered figures and logits are made with
   * @param withLogits whether the logits of every position are wanted
   */
  public CompletableFuture<Score> score(
      Prompt prompt, int[] response, List<Steering> steerings, boolean withLogits) {
    return thread.submit(
        () -> new Scorer(decoder, prompt.tokenIds(), response, steerings).score(withLogits));
  }

  /** Queues any other work on the decoder; it must not keep the decoder. */
  public <T> CompletableFuture<T> withDecoder(Function<Decoder, T> job) {
    return thread.submit(() -> job.apply(decoder));
  }

  /** Stops what runs, waits for it and frees the native memory. */
  @Override
  public void close() {
    active.forEach(RunControl::cancel);
    thread.close(
        () -> {
          batches.forEach(BatchRun::close);
          prompts.close();
          decoder.close();
          tokenizer.close();
        });
  }
}
