package org.densesteer.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.densesteer.common.AtomicFiles;
import org.densesteer.common.Json;
import org.densesteer.common.OutputPlace;
import org.densesteer.files.safetensors.SafetensorsWriter;
import org.densesteer.files.safetensors.TensorToWrite;
import org.densesteer.generation.Alignment;
import org.densesteer.generation.AlignmentCsv;
import org.densesteer.generation.Arm;
import org.densesteer.generation.ModelSession;
import org.densesteer.generation.Prompt;
import org.densesteer.generation.Score;
import org.densesteer.model.ModelInfo;
import org.densesteer.steering.Steering;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.VectorMetadata;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Scores a given response, token by token. */
@Command(
    name = "score",
    sortOptions = false,
    mixinStandardHelpOptions = true,
    header = "Score a given text token by token.",
    description = {
      "",
      "Prints the NLL of each token in nats under the unsteered model, teacher-forced: with the",
      "prompt as context, and with the response alone as the whole sequence. With --vector it adds",
      "the NLL under the steered model, and the logits are the steered ones.",
      ""
    })
final class ScoreCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private ModelOptions model = new ModelOptions();
  @Mixin private PromptOptions prompt = new PromptOptions();
  @Mixin private ResponseOptions response = new ResponseOptions();
  @Mixin private SteeringOptions steering = new SteeringOptions();

  @Option(
      names = "--logits",
      paramLabel = "OUT",
      description =
          "Write the logits to this safetensors file: tensor 'logits', F32, one row for each"
              + " position of prompt and response, steered when there is a vector.")
  private @Nullable Path logitsFile;

  @Option(
      names = "--alignment",
      paramLabel = "OUT",
      description =
          "With --vector: write to this CSV file the cosine of every position's hidden state with"
              + " the vector's direction at every layer, [positions of prompt and response] x"
              + " [layers], unsteered and, where the strength is not 0, steered.")
  private @Nullable Path alignmentFile;

  @Mixin private OutputOptions output = new OutputOptions();

  @Override
  public Integer call() {
    List<Steering> steerings = steering.read();
    if (!steerings.isEmpty()) {
      GateOptions.leftOut(spec, steerings.get(0).vector());
    }
    if (logitsFile != null) {
      OutputPlace.requireFile(logitsFile);
    }
    if (alignmentFile != null) {
      OutputPlace.requireFile(alignmentFile);
      if (steerings.isEmpty()) {
        throw new ParameterException(spec.commandLine(), "--alignment needs --vector.");
      }
    }
    if (steerings.stream().anyMatch(each -> each.positions().fromStep() > 1)) {
      throw new ParameterException(
          spec.commandLine(),
          "Given ids are scored with steering of --positions everywhere, prompt or response, not"
              + " from a step on.");
    }
    try (ModelSession session = model.open()) {
      Prompt context = prompt.prompt(session);
      int[] text = response.tokens(session.tokenizer());
      Score score = session.score(context, text, steerings, logitsFile != null).join();
      if (logitsFile != null) {
        write(logitsFile, score, session.info());
      }
      if (alignmentFile != null) {
        AtomicFiles.writeText(
            alignmentFile,
            AlignmentCsv.of(
                alignments(session, context, text, steerings),
                id -> session.tokenizer().decode(new int[] {id})));
      }
      ScoreReport report = ScoreReport.of(context, text, score, session.tokenizer());
      PrintWriter out = spec.commandLine().getOut();
      out.println(output.json() ? Json.text(Json.SNAKE_CASE.writer(), report) : report.readable());
      out.flush();
      report.requireNumbers();
    }
    return 0;
  }

  private static Map<String, Alignment> alignments(
      ModelSession session, Prompt context, int[] text, List<Steering> steerings) {
    SteeringVector vector = steerings.get(0).vector();
    Map<String, Alignment> arms = new LinkedHashMap<>();
    arms.put("unsteered", session.alignment(context, text, List.of(), vector, block -> {}).join());
    if (steerings.stream().anyMatch(Steering::active)) {
      arms.put(
          Arm.STEERED, session.alignment(context, text, steerings, vector, block -> {}).join());
    }
    return arms;
  }

  private static void write(Path file, Score score, ModelInfo model) {
    SafetensorsWriter.write(
        file,
        Map.of(
            "logits", TensorToWrite.f32(score.logits(), score.positions(), score.vocabularySize())),
        Map.of(
            VectorMetadata.MODEL_ID,
            model.name(),
            VectorMetadata.MODEL_FINGERPRINT,
            model.fingerprint()));
  }
}
