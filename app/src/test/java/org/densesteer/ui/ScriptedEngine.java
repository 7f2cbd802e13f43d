package org.densesteer.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.densesteer.chat.ChatFrame;
import org.densesteer.common.FaultException;
import org.densesteer.evaluation.run.AnswerEngine;
import org.densesteer.evaluation.run.SweepControl;
import org.densesteer.extraction.ExtractionModel;
import org.densesteer.extraction.ScriptedModel;
import org.densesteer.generation.Alignment;
import org.densesteer.generation.Alternative;
import org.densesteer.generation.Arm;
import org.densesteer.generation.GenerationRequest;
import org.densesteer.generation.Prompt;
import org.densesteer.generation.PromptReport;
import org.densesteer.generation.RunControl;
import org.densesteer.generation.RunListener;
import org.densesteer.generation.StopReason;
import org.densesteer.generation.TokenEvent;
import org.densesteer.generation.Trace;
import org.densesteer.generation.batch.BatchAnswer;
import org.densesteer.generation.batch.BatchRequest;
import org.densesteer.model.ModelInfo;
import org.densesteer.model.checkpoint.GenerationDefaults;
import org.densesteer.steering.Steering;
import org.densesteer.steering.SteeringVector;
import org.densesteer.ui.model.RunEngine;

/** Answers from a script: sparse when unsteered, dense when steered by more than 1. */
public final class ScriptedEngine implements RunEngine {

  private static final String SPARSE =
      "Maya starts with 37 stamps.\n\nThen Maya buys 14 more stamps.\n\nSo we add: 37 + 14 = 51."
          + "\n\nThen Maya gives away 9 stamps.\n\nSo we subtract: 51 - 9 = 42.\n\nThen the number"
          + " grows 2 times.\n\nSo we multiply: 42 x 2 = 84.\n\nFinal Answer: \\boxed{84}";
  private static final String DENSE =
      "After buying 14, 37 + 14 = 51, and after giving away 9, 51 - 9 = 42.\n\nAfter growing 2"
          + " times, 42 x 2 = 84.\n\nFinal Answer: \\boxed{84}";

  /** Requests in the order they came. */
  public final List<GenerationRequest> requests = new ArrayList<>();

  /** Controls of the runs in the order they came. */
  public final List<RunControl> controls = new ArrayList<>();

  /** What was around the question of each prompt. */
  public final List<ChatFrame> frames = new CopyOnWriteArrayList<>();

  /** How often the prompt was read ahead. */
  public final AtomicInteger promptsRead = new AtomicInteger();

  private final int hiddenSize;
  private final int layers;
  private final int millisecondsPerToken;

  /** How many tokens an arm may say before it waits for this to be raised, or for Stop. */
  public volatile int holdAfter = Integer.MAX_VALUE;

  /** While this is so, no answer of a sweep comes. */
  public volatile boolean holdAnswers;

  /** Whether {@link #close} was called. */
  public boolean closed;

  /** An engine that answers on the calling thread at once when the pause is 0. */
  public ScriptedEngine(int hiddenSize, int layers, int millisecondsPerToken) {
    this.hiddenSize = hiddenSize;
    this.layers = layers;
    this.millisecondsPerToken = millisecondsPerToken;
  }

  @Override
  public ModelInfo info() {
    return new ModelInfo(
        "Scripted model",
        Path.of("scripted"),
        "qwen2",
        layers,
        hiddenSize,
        90,
        2_500_000,
        10_000_000,
        "float32",
        "because it is scripted",
        "0123456789abcdef",
        512,
        GenerationDefaults.NONE,
        List.of());
  }

  @Override
  public int countTokens(String text) {
    return pieces(text).size();
  }

  @Override
  public AnswerEngine answers() {
    return new AnswerEngine() {
      @Override
      public Prompt prompt(ChatFrame frame, String userTurn) {
        return chatPrompt(frame, userTurn);
      }

      @Override
      public void answer(BatchRequest batch, BatchRequest.Listener listener, SweepControl control) {
        for (int i = 0; i < batch.answers().size(); i++) {
          control.cancellation().check();
          while (holdAnswers) {
            LockSupport.parkNanos(1_000_000);
            control.cancellation().check();
          }
          BatchAnswer answer = answerOf(batch.answers().get(i).steerings());
          IntPredicate watch = batch.watches().get();
          for (int token : answer.tokenIds()) {
            watch.test(token);
          }
          listener.onAnswer(i, answer);
        }
      }

      @Override
      public int countTokens(String text) {
        return ScriptedEngine.this.countTokens(text);
      }
    };
  }

  private static BatchAnswer answerOf(List<Steering> steerings) {
    Arm arm = new Arm(steerings.isEmpty() ? Arm.BASELINE : Arm.STEERED, steerings);
    List<String> script = pieces(strength(arm) > 1 ? DENSE : SPARSE);
    List<TokenEvent> events = new ArrayList<>();
    for (String piece : script) {
      events.add(event(0, events.size(), piece, arm));
    }
    Trace trace = trace(arm, events, script.size());
    return new BatchAnswer(
        trace.tokenIds(),
        trace.text(),
        trace.stopReason(),
        trace.nllWithPrompt(),
        trace.nllResponseOnly());
  }

  @Override
  public Prompt chatPrompt(ChatFrame frame, String question) {
    if (question.contains("unspeakable")) {
      throw new FaultException("The prompt is longer than the 512 positions of the model.");
    }
    frames.add(frame);
    return new Prompt(question, new int[] {1, 2, 3});
  }

  private PromptReport report() {
    double[] norms = new double[layers];
    for (int layer = 0; layer < layers; layer++) {
      norms[layer] = 4 + 2 * layer;
    }
    return new PromptReport(0, 3.5, norms);
  }

  @Override
  public CompletableFuture<PromptReport> readPrompt(Prompt prompt) {
    promptsRead.incrementAndGet();
    return CompletableFuture.completedFuture(report());
  }

  /** Cosines that grow with the layer, higher where it is steered. */
  @Override
  public CompletableFuture<Alignment> alignment(
      Prompt prompt,
      int[] response,
      List<Steering> steerings,
      SteeringVector vector,
      IntConsumer between) {
    int[] ids = IntStream.concat(IntStream.of(prompt.tokenIds()), IntStream.of(response)).toArray();
    float[][] cosines = new float[layers][ids.length];
    for (int layer = 0; layer < layers; layer++) {
      Arrays.fill(cosines[layer], layer / 10f + (steerings.isEmpty() ? 0 : 0.4f));
      between.accept(layer + 1);
    }
    return CompletableFuture.completedFuture(new Alignment(prompt.tokenIds().length, ids, cosines));
  }

  /** −1 a token, and λ of the first vector more where the continuation has one token. */
  @Override
  public CompletableFuture<Double> logProbability(
      Prompt prompt, int[] continuation, List<Steering> steerings) {
    double push = steerings.stream().mapToDouble(Steering::strength).sum();
    boolean random = steerings.stream().anyMatch(s -> s.vector().name().contains("random"));
    double gain = continuation.length == 1 ? (random ? push / 10 : push) : 0;
    return CompletableFuture.completedFuture(gain - continuation.length);
  }

  @Override
  public int[] encode(String text) {
    return text.isBlank() ? new int[0] : text.strip().chars().toArray();
  }

  @Override
  public String text(int tokenId) {
    return "t" + tokenId;
  }

  @Override
  public CompletableFuture<List<Trace>> run(
      GenerationRequest request, RunListener listener, RunControl control) {
    requests.add(request);
    controls.add(control);
    return millisecondsPerToken == 0
        ? CompletableFuture.completedFuture(play(request, listener, control))
        : CompletableFuture.supplyAsync(() -> play(request, listener, control));
  }

  private List<Trace> play(GenerationRequest request, RunListener listener, RunControl control) {
    listener.onPrompt(report());
    List<Arm> arms = request.arms();
    List<List<TokenEvent>> said = new ArrayList<>();
    List<List<String>> scripts = new ArrayList<>();
    for (Arm arm : arms) {
      said.add(new ArrayList<>());
      scripts.add(pieces(arm.isSteered() && strength(arm) > 1 ? DENSE : SPARSE));
    }
    for (int index = 0; index < request.maxNewTokens() && !control.cancellation().isRequested(); ) {
      if (index >= holdAfter) {
        pause();
        continue;
      }
      boolean any = false;
      for (int arm = 0; arm < arms.size(); arm++) {
        List<String> script = scripts.get(arm);
        if (index < script.size()) {
          any = true;
          TokenEvent event = event(arm, index, script.get(index), arms.get(arm));
          said.get(arm).add(event);
          listener.onToken(event);
        } else if (index == script.size()) {
          listener.onArmEnd(arm, StopReason.END_OF_TEXT);
        }
      }
      if (!any) {
        break;
      }
      index++;
      pause();
    }
    List<Trace> traces = new ArrayList<>();
    for (int arm = 0; arm < arms.size(); arm++) {
      traces.add(trace(arms.get(arm), said.get(arm), scripts.get(arm).size()));
    }
    return traces;
  }

  private static Trace trace(Arm arm, List<TokenEvent> events, int length) {
    StringBuilder text = new StringBuilder();
    events.forEach(event -> text.append(event.text()));
    StopReason reason = events.size() == length ? StopReason.END_OF_TEXT : StopReason.CANCELLED;
    double[] responseOnly = new double[Math.max(events.size() - 1, 0)];
    for (int i = 0; i < responseOnly.length; i++) {
      responseOnly[i] = events.get(i + 1).nll() + 0.1;
    }
    return new Trace(arm, events, text.toString(), reason, responseOnly, 812);
  }

  private static TokenEvent event(int arm, int index, String text, Arm wanted) {
    boolean steered = wanted.isSteered();
    double surprise = Math.abs(Math.sin(index * 1.7 + arm)) * (index % 5 == 0 ? 0.9 : 0.2);
    return new TokenEvent(
        arm,
        index,
        text.hashCode() & 0xff,
        text,
        surprise,
        Math.exp(-surprise),
        surprise > 0.7 ? 2 : 1,
        steered ? surprise / 2 : 0,
        steered ? 0.3 : Double.NaN,
        steered ? 0.18 : 0,
        steered ? strength(wanted) : 0,
        List.of(new Alternative(1, text, 0.8), new Alternative(2, " So", 0.1)));
  }

  private static double strength(Arm arm) {
    return arm.steerings().stream().mapToDouble(Steering::strength).sum();
  }

  private void pause() {
    if (millisecondsPerToken > 0) {
      try {
        Thread.sleep(millisecondsPerToken);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    for (char c : text.toCharArray()) {
      boolean starts = c == ' ' || c == '\n' && !piece.toString().endsWith("\n");
      if (piece.length() > 0 && (starts || piece.toString().endsWith("\n") && c != '\n')) {
        pieces.add(piece.toString());
        piece.setLength(0);
      }
      piece.append(c);
    }
    if (piece.length() > 0) {
      pieces.add(piece.toString());
    }
    return pieces;
  }

  /** What extraction works with: right in three steps for "What is n + 0?", else wrong. */
  public final ScriptedModel extraction =
      new ScriptedModel(
          chat -> {
            String number = chat.replaceAll("(?s).*What is (\\d+) \\+ 0.*", "$1");
            return number.length() < 4
                ? "We have " + number + ".\n\nWe add 0.\n\n\\boxed{" + number + "}"
                : "No idea.\n\nReally.";
          });

  @Override
  public ExtractionModel extraction() {
    return extraction;
  }

  @Override
  public void close() {
    closed = true;
  }
}
