package org.densesteer.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.densesteer.generation.ModelSession;
import org.densesteer.generation.Prompt;
import org.densesteer.model.safetensors.SafetensorsWriter;
import org.densesteer.model.safetensors.TensorToWrite;
import org.densesteer.steering.Steering;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Scores a given response, token by token. */
@Command(
    name = "score",
    sortOptions = false,
    mixinStandardHelpOptions = true,
    header = "Score a given text token by token.",
    description = {
      "",
      "Prints the NLL of each token in nats, teacher-forced: with the prompt as context, and with",
      "the response alone as the whole sequence. With --vector all of it comes from the steered",
      "model; leave it out to score a steered answer under the unsteered one.",
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
          "Write the logits to this safetensors file: tensor 'logits', F32, positions of prompt"
              + " and response × vocabulary.")
  private @Nullable Path logitsFile;

  @Mixin private OutputOptions output = new OutputOptions();

  @Override
  public Integer call() {
    Optional<Steering> asked = steering.read();
    try (ModelSession session = model.open()) {
      Optional<Steering> fitting = asked.map(s -> Fit.checked(s, session.info()));
      Prompt context = prompt.prompt(session);
      int[] text = response.tokens(session.tokenizer());
      ScoreReport report =
          session
              .withDecoder(
                  decoder -> {
                    Scorer scorer = new Scorer(decoder, fitting);
                    ScoreReport scored = scorer.score(context.tokenIds(), text);
                    if (logitsFile != null) {
                      write(logitsFile, scorer.logits(context.tokenIds(), text), session);
                    }
                    return scored;
                  })
              .join();
      PrintWriter out = spec.commandLine().getOut();
      out.println(output.json() ? Json.of(report) : report.readable());
    }
    return 0;
  }

  private static void write(Path file, float[] logits, ModelSession session) {
    int vocabulary = session.info().vocabularySize();
    SafetensorsWriter.write(
        file,
        Map.of("logits", TensorToWrite.f32(logits, logits.length / vocabulary, vocabulary)),
        Map.of(
            "model_id", session.info().name(), "model_fingerprint", session.info().fingerprint()));
  }
}
