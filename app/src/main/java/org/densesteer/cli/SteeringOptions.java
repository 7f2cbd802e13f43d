package org.densesteer.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.densesteer.cli.SweepConverters.OperatorConverter;
import org.densesteer.cli.SweepConverters.PositionsConverter;
import org.densesteer.common.EmbeddedFiles;
import org.densesteer.common.FaultException;
import org.densesteer.common.FileNames;
import org.densesteer.evaluation.plan.SweepSetup;
import org.densesteer.steering.Operator;
import org.densesteer.steering.Positions;
import org.densesteer.steering.Steering;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.VectorMetadata;
import org.densesteer.steering.format.VectorFiles;
import org.densesteer.steering.format.VectorRead;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Which vector is added, where, and how strongly. */
final class SteeringOptions {

  @Spec(Target.MIXEE)
  private @Nullable CommandSpec spec;

  @Option(
      names = "--vector",
      paramLabel = "FILE",
      description =
          "Steering vector, in any format that 'inspect' knows; 'sample' is the one that comes with the sample model, './sample' a file of that name.")
  private @Nullable String vectorName;

  @Option(
      names = "--layer",
      paramLabel = "L",
      description =
          "Decoder block, counted from 0, whose output it is added to (default: what the file"
              + " recommends, or its only one; every layer of a mix).")
  private @Nullable Integer layer;

  @Option(
      names = "--strength",
      paramLabel = "S",
      description = "Factor of the vector (default: what the file recommends); 'ablate' has none.")
  private @Nullable Double strength;

  @Option(
      names = "--positions",
      paramLabel = "WHERE",
      converter = PositionsConverter.class,
      description =
          "Steered positions: everywhere, prompt, response or step:K (default: what the file says,"
              + " otherwise everywhere).")
  private @Nullable Positions positions;

  @Option(
      names = "--operator",
      converter = OperatorConverter.class,
      paramLabel = "HOW",
      description =
          "How the vector meets a hidden state: add, add_keep_norm or ablate (default: what the"
              + " file says, otherwise add).")
  private @Nullable Operator operator;

  /**
   * The steering that was asked for, one entry for each steered layer, or nothing without {@code
   * --vector}.
   *
   * @throws ParameterException when layer or strength is missing and the file recommends none
   * @throws FaultException when the file cannot be read or lacks the layer
   */
  List<Steering> read() {
    if (vectorName == null) {
      if (layer != null || strength != null || positions != null || operator != null) {
        throw misuse("--layer, --strength, --positions and --operator need --vector.");
      }
      return List.of();
    }
    VectorRead read = VectorFiles.read(file(vectorName), 0, Checks.optional(layer));
    warn(read);
    SteeringVector vector = read.vector();
    Collection<Integer> layers = chosenLayers(vector);
    double lambda = chosenStrength(vector);
    return layers.stream().map(each -> steering(vector, each, lambda)).toList();
  }

  /** Says of the strengths of an option that an ablation asks for none. */
  static void tellIdle(CommandSpec command, String option) {
    Notes.say(
        command,
        "An ablation takes the vector's direction out whatever the strength, so "
            + option
            + " changes nothing.");
  }

  /** The file that a name of a vector stands for. */
  static Path file(String name) {
    return name.equals(SweepSetup.SAMPLE) ? EmbeddedFiles.sampleVector() : FileNames.path(name);
  }

  private Steering steering(SteeringVector vector, int steered, double lambda) {
    vector.direction(steered);
    VectorMetadata file = vector.metadata();
    return new Steering(
        vector,
        steered,
        lambda,
        positions != null ? positions : file.positions().orElse(Positions.EVERYWHERE),
        chosenOperator(vector));
  }

  private Operator chosenOperator(SteeringVector vector) {
    return operator != null ? operator : vector.metadata().operator().orElse(Operator.ADD);
  }

  private Collection<Integer> chosenLayers(SteeringVector vector) {
    return layer == null && vector.metadata().appliesEveryLayer()
        ? vector.directions().keySet()
        : List.of(chosenLayer(vector));
  }

  private int chosenLayer(SteeringVector vector) {
    if (layer != null) {
      return layer;
    }
    if (vector.directions().size() == 1) {
      return vector.directions().firstKey();
    }
    return vector
        .metadata()
        .recommendedLayer()
        .orElseThrow(() -> misuse("Name a --layer: " + vectorName + " recommends none."));
  }

  private double chosenStrength(SteeringVector vector) {
    if (chosenOperator(vector) == Operator.ABLATE) {
      if (strength == null) {
        return vector.metadata().recommendedStrength().orElse(1);
      }
      tellIdle(command(), "--strength");
    }
    double chosen =
        strength != null
            ? strength
            : vector
                .metadata()
                .recommendedStrength()
                .orElseThrow(
                    () ->
                        misuse(
                            "Name a --strength: "
                                + vectorName
                                + " recommends none that can be used."));
    if (!Double.isFinite(chosen)) {
      throw misuse("--strength must be a finite number, not " + chosen + ".");
    }
    return chosen;
  }

  private void warn(VectorRead read) {
    PrintWriter err = command().commandLine().getErr();
    read.warnings().forEach(warning -> err.println("densesteer: " + warning));
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
