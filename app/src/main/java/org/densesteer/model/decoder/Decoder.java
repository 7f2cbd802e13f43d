package org.densesteer.model.decoder;

import ai.djl.pytorch.jni.IValue;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.densesteer.common.Cancellation;
import org.densesteer.common.FaultException;
import org.densesteer.common.Progress;
import org.densesteer.model.Precision;
import org.densesteer.model.checkpoint.Checkpoint;
import org.densesteer.model.checkpoint.ModelConfig;
import org.densesteer.model.torch.Engines;
import org.densesteer.model.torch.TorchProgram;
import org.densesteer.model.torch.Values;
import org.jspecify.annotations.Nullable;

/**
 * A checkpoint that runs. Rows of one batch are independent answers that share every read of the
 * weights. For one thread at a time; owns the native memory of weights and program.
 */
public final class Decoder implements AutoCloseable {

  private final Checkpoint checkpoint;
  private final Arithmetic arithmetic;
  private final TorchProgram program;
  private final DecoderWeights weights;
  private final PromptReader prompts;
  private final SteeredReader steered;
  private final WholeTexts wholeTexts;
  private final RotaryTables rotary;
  private final StepThreads stepThreads;
  private final LogitsRoom room;
  private final LogitsLooks looks;

  private Decoder(Checkpoint checkpoint, Arithmetic arithmetic, StepThreads stepThreads) {
    this.checkpoint = checkpoint;
    this.arithmetic = arithmetic;
    Engines.useThreads(arithmetic.threads());
    program = TorchProgram.load(DecoderText.archive(checkpoint.config(), arithmetic));
    weights = new DecoderWeights(program, checkpoint, arithmetic);
    rotary = new RotaryTables(program, checkpoint.config());
    this.stepThreads = stepThreads;
    looks = new LogitsLooks(program);
    room = new LogitsRoom(program.manager(), checkpoint.config().vocabularySize());
    BlockPasses passes = new BlockPasses(program, checkpoint.config(), weights::requireUnchanged);
    prompts = new PromptReader(program, passes, checkpoint.config().hiddenSize());
    steered = new SteeredReader(program, passes, prompts, this::newCache, arithmetic.bfloat16());
    wholeTexts = new WholeTexts(program, passes, this::newCache, checkpoint.config());
  }

  /**
   * Loads a checkpoint's weights.
   *
   * @throws FaultException when a weight is missing or has another shape
   * @throws java.util.concurrent.CancellationException when cancelled
   */
  public static Decoder load(
      Checkpoint checkpoint, Precision precision, Progress progress, Cancellation cancellation) {
    return load(
        checkpoint,
        Arithmetic.choose(precision, checkpoint.weights().bytes()),
        progress,
        cancellation);
  }

  static Decoder load(
      Checkpoint checkpoint, Arithmetic arithmetic, Progress progress, Cancellation cancellation) {
    return load(checkpoint, arithmetic, arithmetic.stepThreads(), progress, cancellation);
  }

  static Decoder load(
      Checkpoint checkpoint,
      Arithmetic arithmetic,
      StepThreads stepThreads,
      Progress progress,
      Cancellation cancellation) {
    Decoder decoder = new Decoder(checkpoint, arithmetic, stepThreads);
    try {
      decoder.weights.load(progress, cancellation);
      decoder.reserve(Math.min(PromptReader.PIECE, checkpoint.config().maxPositions()));
      return decoder;
    } catch (RuntimeException e) {
      decoder.close();
      throw e;
    }
  }

  /** What is loaded. */
  public Checkpoint checkpoint() {
    return checkpoint;
  }

  /** What it computes in. */
  public Arithmetic arithmetic() {
    return arithmetic;
  }

  /**
   * An empty cache.
   *
   * @throws FaultException when the model cannot hold that many positions
   */
  public KvCache newCache(int rows, int positions) {
    reserve(positions);
    return new KvCache(
        program.call("newCache").integer(rows).integer(positions).run(), rows, positions);
  }

  /** Sites for calls of {@link #step}, {@link #rereadSteered} or {@link #logits}. */
  public Sites sites(List<Site> sites) {
    return new Sites(program.manager(), sites, config().hiddenSize());
  }

  /**
   * Reads a prompt with the unsteered model.
   *
   * @param ids token ids, at least one
   * @throws FaultException when the prompt is empty, too long or holds an unknown id
   */
  public PromptStates read(int[] ids, Cancellation cancellation) {
    return read(ids, PromptWatch.stoppedBy(cancellation));
  }

  /**
   * Reads a prompt with the unsteered model while somebody looks on.
   *
   * @param ids token ids, at least one
   * @throws FaultException when the prompt is empty, too long or holds an unknown id
   */
  public PromptStates read(int[] ids, PromptWatch watch) {
    return read(ids, KeptBlocks.of(ids.length, config(), arithmetic.bfloat16() ? 2 : 4), watch);
  }

  PromptStates read(int[] ids, KeptBlocks kept, PromptWatch watch) {
    TokenIds.check(ids, config().vocabularySize());
    KvCache cache = newCache(1, ids.length);
    forText(ids.length);
    return prompts.read(ids, cache, kept, watch);
  }

  /** Copies an unsteered prompt's keys and values into a row, from position {@code at} on. */
  public void place(PromptStates prompt, KvCache cache, int row, int at) {
    steered.place(prompt, cache, row, at, config().layers());
  }

  /**
   * Fills a row with a steered reading of a prompt. Blocks up to the lowest steered layer come from
   * {@code prompt}, as far as it keeps them; only those above are computed.
   *
   * @param sites of one row and {@code prompt.length()} positions, at least one
   */
  public StepResult rereadSteered(
      PromptStates prompt, Sites sites, KvCache cache, int row, int at, PromptWatch watch) {
    forText(prompt.length());
    return steered.alone(prompt, sites, cache, row, at, watch);
  }

  /** The same for several rows, as {@link SteeredReader#together} says. */
  public List<StepResult> rereadSteered(
      PromptStates prompt,
      List<Sites> sites,
      KvCache cache,
      int[] rows,
      int at,
      PromptWatch watch) {
    forText(prompt.length());
    return steered.together(prompt, sites, cache, rows, at, watch);
  }

  /**
   * One new position for every row.
   *
   * @param ids the token to read, for every row
   * @param at the position in the cache where it goes, the same for all rows
   * @param starts for every row the position in the cache where its text begins
   * @param sites of as many rows, one position each
   */
  public StepResult step(int[] ids, KvCache cache, int at, int[] starts, Sites sites) {
    int[] where = Arrays.stream(starts).map(start -> at - start).toArray();
    List<Span> all = List.of(new Span(0, ids.length, at));
    return step(ids, cache, all, where, Twins.none(ids.length), starts, sites);
  }

  /**
   * Further positions of texts that begin where the cache does; of one row several, where it is
   * guessed how its text goes on. Its positions from the first wrong guess on are then overwritten.
   *
   * @param ids the token to read for every line: span by span, row by row
   * @param spans each a position of some rows; those of a row in the order of their positions
   * @param sites of as many rows as there are lines, one position each
   * @param twins which lines are the same for a part of the way
   * @return logits and reports of every line
   */
  public StepResult step(int[] ids, KvCache cache, List<Span> spans, Twins twins, Sites sites) {
    int[] where = spans.stream().flatMapToInt(Span::positions).toArray();
    return step(ids, cache, spans, where, twins, new int[ids.length], sites);
  }

  private StepResult step(
      int[] ids,
      KvCache cache,
      List<Span> spans,
      int[] where,
      Twins twins,
      int[] starts,
      Sites sites) {
    weights.prepareStep();
    rotary.forSteps();
    Engines.useThreads(stepThreads.next());
    long began = System.nanoTime();
    int first = Arrays.stream(starts).min().orElse(0);
    IValue[] parts =
        Values.tuple(
            sites
                .addTo(
                    program
                        .call("step")
                        .integers(ids)
                        .value(cache.tensors())
                        .integers(spans.stream().mapToInt(Span::row).toArray())
                        .integers(spans.stream().mapToInt(Span::rows).toArray())
                        .integers(spans.stream().mapToInt(Span::at).toArray())
                        .integers(where)
                        .integers(twins.leads())
                        .integer(twins.last(sites))
                        .integers(starts)
                        .integer(first)
                        .flag(Arrays.stream(starts).anyMatch(s -> s != first)))
                .tensor(room.take(ids.length))
                .run());
    long ended = System.nanoTime();
    stepThreads.took(ids.length, ended - began, ended);
    Logits logits = room.lent(Logits.of(parts[0], program.manager()));
    return new StepResult(
        logits, SiteReport.of(Values.floatLists(parts[1], program.manager()), sites, ids.length));
  }

  /**
   * Packs one more block of weights for {@link #step}, where loading leaves that for later; the
   * first step packs what is left.
   *
   * @return whether there is more to pack
   */
  public boolean packNext() {
    return weights.packNext();
  }

  /**
   * A cache of {@code positions} positions that begins with positions {@code begin} to {@code end}
   * of some rows of another; the other stays the caller's. So a batch drops the rows that are
   * finished and the positions that nobody looks at any more.
   *
   * @param rows rows of {@code cache}, in the order that they are to have
   * @param begin first position that is kept
   * @param end position behind the last that is kept
   * @param positions at least {@code end - begin}
   */
  public KvCache moved(KvCache cache, int[] rows, int begin, int end, int positions) {
    return new KvCache(
        program
            .call("moved")
            .value(cache.tensors())
            .integers(rows)
            .integer(begin)
            .integer(end)
            .integer(positions)
            .run(),
        rows.length,
        positions);
  }

  /** The most likely token of every row. */
  public int[] likeliest(Logits logits) {
    return looks.likeliest(logits);
  }

  /**
   * What the model thinks of the next token behind every line.
   *
   * @param chosen the token of each, or an empty array for the most likely ones
   * @param unsteered for each the line whose logits are the unsteered model's at the same text
   */
  public List<Observation> observe(Logits logits, int[] chosen, int[] unsteered) {
    int[] lines = IntStream.range(0, logits.rows()).toArray();
    return observe(logits, lines, chosen, unsteered, List.of());
  }

  /**
   * What the model thinks of the next token behind some lines.
   *
   * @param lines lines of {@code logits}, at least one
   * @param chosen the token of each, or an empty array for the most likely ones
   * @param unsteered for each the line whose logits are the unsteered model's at the same text
   * @param shifts empty, or for each of {@code lines} that has another as its unsteered one, in
   *     their order, the sums to which the position is added
   */
  public List<Observation> observe(
      Logits logits, int[] lines, int[] chosen, int[] unsteered, List<ShiftSums> shifts) {
    return looks.observe(logits, lines, chosen, unsteered, shifts);
  }

  /** Sums over positions to come, none yet; the caller closes them. */
  public ShiftSums shiftSums() {
    return new ShiftSums(program.manager(), config().vocabularySize());
  }

  /**
   * Logits at every position of a text.
   *
   * @param sites of one row and as many positions as there are ids; empty for the unsteered model
   */
  public Logits logits(int[] ids, Sites sites) {
    return wholeTexts.logits(padded(List.of(ids)), sites);
  }

  /**
   * −ln p in nats of every token but the first, each given those before it.
   *
   * @param sites of one row and as many positions as there are ids; empty for the unsteered model
   */
  public double[] nll(int[] ids, Sites sites) {
    return nll(List.of(ids), sites).get(0);
  }

  /**
   * Like {@link #nll(int[], Sites)} for several texts in one pass, the shorter ones padded behind
   * their end, where no token looks.
   *
   * @param sites of as many rows as texts and as many positions as the longest has ids, or empty
   */
  public List<double[]> nll(List<int[]> texts, Sites sites) {
    if (rotary.oneByOne(texts)) {
      return texts.stream().map(text -> nll(text, sites)).toList();
    }
    return wholeTexts.nll(texts, padded(texts), sites);
  }

  /**
   * Weighted sums over positions of every block's output, for several texts in one pass. They are
   * taken as each block is done, so that no more than one block's output is held.
   *
   * @param texts token ids of each text
   * @param weights for every text a weight for each of its positions
   * @return {@code [layers][texts][hidden]}
   */
  public float[][][] pooledOutputs(List<int[]> texts, List<float[]> weights) {
    if (rotary.oneByOne(texts)) {
      return WholeTexts.joined(
          IntStream.range(0, texts.size())
              .mapToObj(i -> pooledOutputs(List.of(texts.get(i)), List.of(weights.get(i))))
              .toList());
    }
    return wholeTexts.pooledOutputs(padded(texts), weights);
  }

  /** As {@link WholeTexts#cosines} says, of a text of any length that the model can hold. */
  public float[][] cosines(
      int[] ids, Sites sites, @Nullable float[][] directions, IntConsumer between) {
    return wholeTexts.cosines(padded(List.of(ids)), sites, directions, between);
  }

  private PaddedTexts padded(List<int[]> texts) {
    texts.forEach(ids -> TokenIds.check(ids, config().vocabularySize()));
    PaddedTexts padded = PaddedTexts.of(texts);
    forText(padded.width());
    return padded;
  }

  /** Many positions are bound by arithmetic, for which every core is worth having. */
  private void forText(int positions) {
    weights.requireUnchanged();
    Engines.useThreads(arithmetic.threads());
    rotary.forText(positions);
  }

  /**
   * Makes sure that the tables of the rotary embedding reach far enough, so that positions can be
   * used that a cache gets only later.
   *
   * @throws FaultException when the model does not have so many positions
   */
  public void reserve(int positions) {
    rotary.reserve(positions);
  }

  private ModelConfig config() {
    return checkpoint.config();
  }

  @Override
  public void close() {
    program.close();
  }
}
