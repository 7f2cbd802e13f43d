package org.densesteer.evaluation.plan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.densesteer.evaluation.placebo.Placebo;
import org.densesteer.evaluation.placebo.PlaceboKind;
import org.densesteer.evaluation.problems.FieldMapping;
import org.densesteer.evaluation.problems.ProblemReading;
import org.densesteer.model.ModelInfo;
import org.densesteer.steering.Operator;
import org.densesteer.steering.Positions;
import org.densesteer.steering.VectorGate;
import org.densesteer.steering.VectorMetadata;
import org.jspecify.annotations.Nullable;

/** The command line that computes a sweep. */
public final class SweepArguments {

  /** The option that names a sweep's folder. */
  static final String OUT = "--out";

  private final List<String> arguments = new ArrayList<>(List.of("densesteer", "sweep"));

  private SweepArguments() {}

  static List<String> of(SweepSetup setup, Path folder) {
    SweepArguments made = new SweepArguments();
    made.add("--model", setup.sources().model());
    made.add("--precision", precision(setup.model()));
    made.add("--vector", setup.sources().vector());
    made.add("--layers", LayerRange.text(setup.grid().layers()));
    // A leading minus would else be read as an option.
    made.arguments.add("--strengths=" + StrengthRange.text(setup.grid().strengths()));
    made.add("--problems", setup.sources().problems());
    made.reading(setup.problems().provenance().reading());
    made.add("--limit", Integer.toString(setup.problems().size()));
    if (setup.split() > 0) {
      made.add("--split", Double.toString(setup.split()));
    }
    made.add("--seed", Long.toString(setup.seed()));
    if (!setup.placebos().isEmpty()) {
      made.add("--placebos", placebos(setup.placebos()));
    }
    made.add("--choose", setup.choice().name().toLowerCase(Locale.ROOT));
    made.decoding(setup.decoding(), setup.vector().metadata());
    if (!setup.gate().gate().equals(VectorGate.of(setup.vector()))) {
      made.add("--gate", setup.gate().argument());
    }
    made.add(OUT, folder.toString());
    return made.arguments;
  }

  private void reading(ProblemReading reading) {
    @Nullable FieldMapping mapping = reading.mapping();
    if (mapping != null) {
      add("--fields", mapping.text());
    }
    if (reading.leaveOut()) {
      arguments.add("--leave-out-unmatchable");
    }
  }

  private void decoding(SweepDecoding decoding, VectorMetadata file) {
    add("--max-tokens", Integer.toString(decoding.maxNewTokens()));
    if (!decoding.promptTemplate().equals(SweepDecoding.QUESTION)) {
      add("--prompt-template", decoding.promptTemplate());
    }
    @Nullable String system = decoding.system();
    if (system != null) {
      add("--system", system);
    }
    if (!decoding.templateVariables().isEmpty()) {
      add("--template-vars", decoding.templateVariables().json());
    }
    // Without the options the file decides.
    if (!decoding.positions().equals(Positions.EVERYWHERE)
        || file.positions().filter(its -> !its.equals(Positions.EVERYWHERE)).isPresent()) {
      add("--positions", decoding.positions().id());
    }
    if (decoding.operator() != Operator.ADD
        || file.operator().filter(its -> its != Operator.ADD).isPresent()) {
      add("--operator", decoding.operator().id());
    }
    if (decoding.repetitionPenalty() != null) {
      add("--repetition-penalty", Double.toString(decoding.penalty()));
    }
    if (decoding.lanes() != SweepDecoding.DEFAULT_LANES) {
      add("--rows", Integer.toString(decoding.lanes()));
    }
  }

  /** What {@code --precision} is given for a loaded model: the first word of its arithmetic. */
  public static String precision(ModelInfo model) {
    return precision(model.precision());
  }

  /** The same for what a plan says of its model's arithmetic. */
  public static String precision(String arithmetic) {
    return arithmetic.split(" ", 2)[0];
  }

  /** Draws 1 to n as {@code random:n}. */
  private static String placebos(List<Placebo> placebos) {
    return placebos.stream()
        .filter(p -> !p.kind().drawn() || p.number() == 1)
        .map(p -> placebo(p, placebos))
        .collect(Collectors.joining(","));
  }

  private static String placebo(Placebo placebo, List<Placebo> all) {
    PlaceboKind kind = placebo.kind();
    if (!kind.numbered()) {
      return kind.word();
    }
    long draws = all.stream().filter(p -> p.kind() == kind).count();
    return kind.word() + ":" + (kind.drawn() ? draws : placebo.number());
  }

  private void add(String option, String value) {
    arguments.add(option);
    arguments.add(value);
  }
}
