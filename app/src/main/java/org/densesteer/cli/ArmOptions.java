package org.densesteer.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.densesteer.common.FaultException;
import org.densesteer.evaluation.placebo.Placebo;
import org.densesteer.evaluation.placebo.PlaceboKind;
import org.densesteer.evaluation.placebo.PlaceboMix;
import org.densesteer.generation.Arm;
import org.densesteer.steering.Operator;
import org.densesteer.steering.Steering;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.format.VectorFiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Arms beside the steered one, in the same run. */
final class ArmOptions {

  private static final String VECTOR = "vector=";

  @Spec(Target.MIXEE)
  private @Nullable CommandSpec spec;

  @Option(
      names = "--arm",
      paramLabel = "ARM",
      description = {
        "A further arm beside the steered one; may be given several times. Other settings, as in"
            + " strength=2 or layer=3,strength=2 or, the file last, layer=3,vector=FILE, where what is"
            + " not said is as for the steered arm; or a placebo: random-1, shuffled-1, flip, layer-5."
      })
  private List<String> wanted = new ArrayList<>();

  /**
   * The arms that were asked for.
   *
   * @param steered what steers the steered arm
   * @param seed decides random directions
   * @throws ParameterException when one of them is none, or there is nothing to stand beside
   * @throws FaultException when a vector cannot be read, or lacks a layer or a control
   */
  List<Arm> read(List<Steering> steered, long seed) {
    if (!wanted.isEmpty() && steered.isEmpty()) {
      throw misuse("--arm needs --vector.");
    }
    List<Arm> arms = new ArrayList<>();
    for (String arm : wanted) {
      Arm read = arm.contains("=") ? set(arm, steered) : placebo(arm, steered, seed);
      if (arms.stream().anyMatch(other -> other.name().equals(read.name()))) {
        throw misuse("--arm asks twice for the arm " + read.name() + ".");
      }
      arms.add(read);
    }
    return arms;
  }

  private Arm placebo(String name, List<Steering> steered, long seed) {
    Placebo placebo;
    try {
      placebo = Placebo.named(name);
    } catch (FaultException e) {
      throw misuse(
          "--arm "
              + name
              + " is neither settings, such as layer=3,strength=2, nor a placebo: random-1,"
              + " shuffled-1, flip, layer-5.");
    }
    if (placebo.kind() == PlaceboKind.CONCISE) {
      throw misuse(
          "--arm concise reads another prompt, so it is a run of its own: give --system “"
              + Placebo.CONCISE_REQUEST
              + "” without --vector.");
    }
    return new Arm(placebo.name(), PlaceboMix.of(placebo, steered, seed));
  }

  private Arm set(String text, List<Steering> steered) {
    if (steered.size() > 1) {
      throw misuse(
          "--arm "
              + text
              + " changes one steered layer, and several are steered; name one with --layer.");
    }
    Map<String, String> settings = settings(text);
    Steering own = steered.get(0);
    int layer = whole(text, settings.getOrDefault("layer", Integer.toString(own.layer())));
    String file = settings.get("vector");
    SteeringVector vector =
        file == null
            ? own.vector()
            : VectorFiles.read(SteeringOptions.file(file), 0, OptionalInt.of(layer)).vector();
    vector.direction(layer);
    if (own.operator() == Operator.ABLATE && settings.containsKey("strength")) {
      SteeringOptions.tellIdle(command(), "the strength of --arm " + text);
    }
    double strength = number(text, settings.getOrDefault("strength", "" + own.strength()));
    return Arm.beside(
        List.of(
            new Steering(vector, layer, strength, own.positions(), own.operator(), own.gate())));
  }

  /** A file's name may hold commas, so it comes last. */
  private Map<String, String> settings(String text) {
    Map<String, String> settings = new LinkedHashMap<>();
    String rest = text;
    while (!rest.isEmpty()) {
      int end =
          rest.startsWith(VECTOR) || rest.indexOf(',') < 0 ? rest.length() : rest.indexOf(',');
      String[] pair = rest.substring(0, end).split("=", 2);
      boolean known = List.of("layer", "strength", "vector").contains(pair[0]);
      if (!known || pair.length < 2 || settings.put(pair[0], pair[1]) != null) {
        throw misuse(
            "--arm "
                + text
                + " is not understood: layer=L, strength=S and vector=FILE are, each once, separated"
                + " by commas, the file last.");
      }
      rest = rest.substring(Math.min(end + 1, rest.length()));
    }
    return settings;
  }

  private int whole(String arm, String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw misuse("--arm " + arm + " needs a whole number as its layer, not " + text + ".");
    }
  }

  private double number(String arm, String text) {
    try {
      double value = Double.parseDouble(text);
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      // The sentence below says it.
    }
    throw misuse("--arm " + arm + " needs a finite number as its strength, not " + text + ".");
  }

  private ParameterException misuse(String sentence) {
    return new ParameterException(command().commandLine(), sentence);
  }

  private CommandSpec command() {
    if (spec == null) {
      throw new IllegalStateException("the options were not read by the command line");
    }
    return spec;
  }
}
