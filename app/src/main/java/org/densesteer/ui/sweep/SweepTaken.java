package org.densesteer.ui.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import org.densesteer.common.Texts;
import org.densesteer.ui.model.ModelViewModel;
import org.densesteer.ui.model.RunEngine;
import org.densesteer.ui.prompt.DecodingViewModel;
import org.densesteer.ui.prompt.PromptViewModel;
import org.densesteer.ui.steering.SteeringState;
import org.densesteer.ui.steering.SteeringViewModel;
import org.jspecify.annotations.Nullable;

/** What a sweep takes from elsewhere in the window, as lines to be read. */
final class SweepTaken {

  /** A name and what it is. */
  record Line(String name, String value) {}

  private SweepTaken() {}

  /** The lines, which follow the other panels. */
  static ObjectBinding<List<Line>> lines(
      ModelViewModel models, PromptViewModel prompts, SteeringViewModel steering) {
    DecodingViewModel decoding = prompts.decoding();
    Observable[] taken =
        Stream.<Observable>of(
                models.engineProperty(),
                steering.stateProperty(),
                decoding.maxTokensProperty(),
                decoding.sampledProperty(),
                decoding.penalisedProperty(),
                decoding.checkpointProperty(),
                prompts.systemProperty(),
                prompts.variables().textProperty())
            .toArray(Observable[]::new);
    return Bindings.createObjectBinding(() -> now(models, prompts, steering), taken);
  }

  private static List<Line> now(
      ModelViewModel models, PromptViewModel prompts, SteeringViewModel steering) {
    List<Line> lines = new ArrayList<>();
    RunEngine engine = models.engineProperty().get();
    lines.add(
        new Line(
            "Model",
            engine == null
                ? "none loaded"
                : engine.info().name() + " · " + engine.info().precision()));
    SteeringState state = steering.stateProperty().get();
    lines.add(new Line("Vector", state.vector() == null ? "none" : state.vector().vector().name()));
    lines.add(
        new Line(
            "Steers",
            state.operator().words()
                + " · "
                + state.positions().words()
                + (state.gate().gate().constant() ? "" : " · " + state.gate().gate().words())));
    DecodingViewModel decoding = prompts.decoding();
    lines.add(
        new Line(
            "Decoding",
            Texts.of(
                "greedy%s · at most %d tokens",
                decoding.sampledProperty().get() ? ", though Compare samples" : "",
                decoding.maxTokensProperty().get())));
    lines.add(new Line("System turn", orNone(prompts.systemTurn(), "the template’s own")));
    String variables = prompts.variables().textProperty().get();
    lines.add(new Line("Template variables", variables.isBlank() ? "none" : variables.strip()));
    double penalty =
        decoding.penalisedProperty().get()
            ? decoding.checkpointProperty().get().repetitionPenalty()
            : 1;
    lines.add(new Line("Repetition penalty", penalty == 1 ? "none" : Double.toString(penalty)));
    return List.copyOf(lines);
  }

  private static String orNone(@Nullable String text, String none) {
    return text == null ? none : "“" + text.strip() + "”";
  }
}
