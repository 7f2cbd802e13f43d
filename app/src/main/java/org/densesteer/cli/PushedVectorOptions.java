package org.densesteer.cli;

import java.util.List;
import java.util.OptionalInt;
import org.densesteer.cli.SweepConverters.OperatorConverter;
import org.densesteer.cli.SweepConverters.PositionsConverter;
import org.densesteer.evaluation.strip.StripRunner;
import org.densesteer.evaluation.strip.StripSteering;
import org.densesteer.steering.Operator;
import org.densesteer.steering.Positions;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.VectorMetadata;
import org.densesteer.steering.format.VectorFiles;
import org.densesteer.steering.format.VectorRead;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Which vector pushes in many places, and the random directions it is held against. */
final class PushedVectorOptions {

  private static final int MOST_RANDOM = 100;

  @Option(
      names = "--vector",
      required = true,
      paramLabel = "FILE",
      description =
          "Steering vector, in any format that 'inspect' knows; 'sample' is the one that comes"
              + " with the sample model, './sample' a file of that name.")
  private String vector = "";

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
          "How the vector meets a hidden state: add or add_keep_norm (default: what the file says,"
              + " otherwise add).")
  private @Nullable Operator operator;

  @Option(
      names = "--floor",
      defaultValue = "3",
      paramLabel = "N",
      description =
          "Random directions of equal push beside every steered row; 0 for none (default:"
              + " ${DEFAULT-VALUE}).")
  private int floor;

  @Option(
      names = "--floor-seed",
      defaultValue = "1",
      paramLabel = "SEED",
      description = "Seed of the first of them; the next ones follow (default: ${DEFAULT-VALUE}).")
  private long floorSeed;

  /** Seeds of the random directions. */
  List<Long> seeds(CommandSpec command) {
    if (floor < 0 || floor > MOST_RANDOM) {
      throw new ParameterException(
          command.commandLine(),
          "--floor must be between 0 and " + MOST_RANDOM + ", not " + floor + ".");
    }
    return StripRunner.seeds(floor, floorSeed);
  }

  /**
   * Reads the vector; its gate is left out.
   *
   * @param layer that of a direction for which the file names none
   */
  StripSteering read(CommandSpec command, OptionalInt layer) {
    VectorRead read = VectorFiles.read(SteeringOptions.file(vector), 0, layer);
    read.warnings()
        .forEach(warning -> command.commandLine().getErr().println("densesteer: " + warning));
    SteeringVector directions = read.vector();
    VectorMetadata file = directions.metadata();
    return new StripSteering(
        directions,
        positions != null ? positions : file.positions().orElse(Positions.EVERYWHERE),
        operator != null ? operator : file.operator().orElse(Operator.ADD));
  }
}
