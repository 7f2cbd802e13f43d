package org.densesteer.generation;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.densesteer.chat.ChatFrame;
import org.densesteer.chat.ChatTemplate;
import org.densesteer.chat.ChatTemplates;
import org.densesteer.common.Cancellation;
import org.densesteer.common.FaultException;
import org.densesteer.common.LifeLog;
import org.densesteer.common.Progress;
import org.densesteer.model.ModelInfo;
import org.densesteer.model.Precision;
import org.densesteer.model.Tokenizer;
import org.densesteer.model.decoder.Decoder;
import org.densesteer.model.decoder.PromptWatch;
import org.densesteer.model.memory.FreeMemory;
import org.densesteer.model.memory.MemoryProbe;
import org.densesteer.steering.Steering;
import org.densesteer.steering.SteeringVector;
import org.jspecify.annotations.Nullable;

/**
 * A loaded model and the one thread that runs it. All methods may be called from any thread; jobs
 * queue up and run one at a time.
 */
public final class ModelSession implements AutoCloseable {

  private final LoadedModel model;
  private final Supplier<FreeMemory> free;
  private final PromptCache prompts = PromptCache.ofAFew();
  private final StepCosts stepCosts = new StepCosts();
  private final ReadingAhead ahead = new ReadingAhead();
  private final Set<Resident<?>> residents = new HashSet<>();
  private @Nullable ChatTemplate template;

  private ModelSession(LoadedModel model, Supplier<FreeMemory> free) {
    this.model = model;
    this.free = free;
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
    LoadedModel loaded = LoadedModel.load(checkpoint, precision, free, progress, cancellation);
    LifeLog.note("Model opened", loaded.info().folder() + " in " + loaded.info().precision());
    return new ModelSession(loaded, free);
  }

  /** What is loaded. */
  public ModelInfo info() {
    return model.info();
  }

  /** The checkpoint's tokenizer. */
  public Tokenizer tokenizer() {
    return model.tokenizer();
  }

  /** How many threads one of its operations uses. */
  public int threads() {
    return model.decoder().arithmetic().threads();
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
      known = ChatTemplates.load(info().folder());
      template = known;
    }
    return known;
  }

  /**
   * A prompt that is used as it is, no begin token put before it.
   *
   * @throws FaultException when it has no token
   */
  public Prompt rawPrompt(String text) {
    return prompt(text, tokenizer().encode(text));
  }

  /**
   * A prompt that is used as it is, behind the begin token that the checkpoint's tokenizer puts
   * before a text, if it puts one.
   *
   * @throws FaultException when it has no token
   */
  public Prompt rawPromptWithBegin(String text) {
    return prompt(text, tokenizer().encodeWithBegin(text));
  }

  private static Prompt prompt(String text, int[] ids) {
    if (ids.length == 0) {
      throw new FaultException("The prompt is empty.");
    }
    return new Prompt(text, ids);
  }

  /** A prompt given by its ids. */
  public Prompt rawPrompt(int[] tokenIds) {
    return new Prompt(tokenizer().decode(tokenIds), tokenIds.clone());
  }

  /**
   * Reads a prompt into the cache ahead of a run. It ends with a {@link
   * java.util.concurrent.CancellationException} when another prompt is asked for, or when a run
   * behind it is cancelled.
   */
  public CompletableFuture<PromptReport> readPrompt(Prompt prompt) {
    PromptWatch watch = ahead.begin(prompt.tokenIds());
    return withDecoder(
        decoder -> {
          long start = System.nanoTime();
          PromptCache.Found found = prompts.get(decoder, prompt.tokenIds(), watch);
          return new PromptReport(
              found.computedBlocks(),
              (System.nanoTime() - start) / 1e6,
              found.states().hiddenNorms());
        });
  }

  /**
   * Queues a run. The future gives the traces in the order of the arms; a cancelled run gives what
   * there was, with {@link StopReason#CANCELLED}. A failure completes it exceptionally, and so does
   * cancelling while the prompt is read. A run that does not fit into the free memory is refused
   * before it begins.
   */
  public CompletableFuture<List<Trace>> run(
      GenerationRequest request, RunListener listener, RunControl control) {
    LifeLog.note("Run", request.prompt().tokenIds().length + " tokens of prompt");
    ahead.add(request.prompt().tokenIds(), listener, control);
    return withDecoder(
            decoder -> {
              long start = System.nanoTime();
              requireFits(request);
              LockStep run = new LockStep(model, request, listener, control, stepCosts);
              PromptCache.Found found =
                  prompts.get(
                      decoder,
                      request.prompt().tokenIds(),
                      new ReadingWatch(listener, control.cancellation()));
              return run.run(found.states(), found.computedBlocks(), start);
            })
        .whenComplete((traces, failure) -> ahead.remove(control));
  }

  private void requireFits(GenerationRequest request) {
    int valueBytes = model.decoder().arithmetic().bfloat16() ? 2 : 4;
    RunSize size = RunSize.of(request, model.decoder().checkpoint().config(), valueBytes);
    if (size.large()) {
      size.requireFits(free.get());
    }
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
    return withDecoder(
        decoder -> new Scorer(model, prompt.tokenIds(), response, steerings).score(withLogits));
  }

  /**
   * Queues the scoring of a continuation as a whole: ln p in nats of its tokens together, prompt as
   * context, teacher-forced.
   *
   * @param continuation ids after the prompt
   * @param steerings what the model is steered by; empty for the unsteered one
   */
  public CompletableFuture<Double> logProbability(
      Prompt prompt, int[] continuation, List<Steering> steerings) {
    return withDecoder(
        decoder -> new Scorer(model, prompt.tokenIds(), continuation, steerings).logProbability());
  }

  /**
   * Queues a pass over a given text that holds its hidden states against a vector.
   *
   * @param response ids after the prompt
   * @param steerings what the model is steered by; empty for the unsteered one
   * @param between called on the decoder's thread with the number of blocks done; what it throws
   *     ends the pass
   */
  public CompletableFuture<Alignment> alignment(
      Prompt prompt,
      int[] response,
      List<Steering> steerings,
      SteeringVector vector,
      IntConsumer between) {
    return withDecoder(
        decoder ->
            new Scorer(model, prompt.tokenIds(), response, steerings).alignment(vector, between));
  }

  /**
   * Queues any other work on the decoder; it must not keep the decoder. It fails when the weights
   * were written over since the model was opened.
   */
  public <T> CompletableFuture<T> withDecoder(Function<Decoder, T> job) {
    return model
        .thread()
        .submit(
            () -> {
              model.weights().requireUnchanged();
              return job.apply(model.decoder());
            });
  }

  /**
   * Makes something on the decoder's thread that a job keeps there from one piece of its work to
   * the next, and waits for it.
   *
   * @param free frees it, on the same thread
   */
  public <T> Resident<T> keep(Function<Decoder, T> make, Consumer<T> free) {
    return new Resident<>(
        model.thread(),
        residents,
        () -> {
          model.weights().requireUnchanged();
          return make.apply(model.decoder());
        },
        free);
  }

  /** Stops what runs, waits for it and frees the native memory. */
  @Override
  public void close() {
    ahead.cancelRuns();
    model.close(
        () -> {
          List.copyOf(residents).forEach(Resident::free);
          prompts.close();
        });
  }
}
