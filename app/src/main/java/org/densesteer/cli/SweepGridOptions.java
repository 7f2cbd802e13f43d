package org.densesteer.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.OptionalInt;
import org.densesteer.cli.SweepConverters.Layers;
import org.densesteer.cli.SweepConverters.Placebos;
import org.densesteer.cli.SweepConverters.Strengths;
import org.densesteer.common.EmbeddedFiles;
import org.densesteer.common.FaultException;
import org.densesteer.common.FileNames;
import org.densesteer.common.Texts;
import org.densesteer.evaluation.placebo.Placebo;
import org.densesteer.evaluation.plan.ChoiceRule;
import org.densesteer.evaluation.plan.SweepGrid;
import org.densesteer.evaluation.plan.SweepSetup;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.format.MissingLayerException;
import org.densesteer.steering.format.VectorFiles;
import org.densesteer.steering.format.VectorRead;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Which vector is swept, over which layers and strengths, against which placebos. */
final class SweepGridOptions {

  @Option(
      names = "--vector",
      required = true,
      paramLabel = "FILE",
      description =
          "Steering vector, in any format that 'inspect' knows; 'sample' is the sample model's.")
  private String vector = SweepSetup.SAMPLE;

  @Option(
      names = "--layers",
      required = true,
      paramLabel = "LIST",
      converter = Layers.Converter.class,
      description = "Decoder blocks, counted from 0, such as 0,2-5.")
  private Layers layers = new Layers(List.of());

  @Option(
      names = "--strengths",
      required = true,
      paramLabel = "RANGE",
      converter = Strengths.Converter.class,
      description = "First, last and step, such as --strengths=-4:4:1, or a list.")
  private Strengths strengths = new Strengths(List.of());

  @Option(
      names = "--placebos",
      paramLabel = "LIST",
      converter = Placebos.Converter.class,
      description =
          "What the chosen cell is held against: random:N, shuffled:N (the vector's pairs with"
              + " half of their labels exchanged), flip, layer:L, concise and, with a gate, ungated,"
              + " separated by commas.")
  private Placebos placebos = new Placebos(List.of());

  @Option(
      names = "--choose",
      defaultValue = "accuracy",
      paramLabel = "RULE",
      description =
          "The best cell by accuracy, or by density at an accuracy within 5 points (default:"
              + " ${DEFAULT-VALUE}).")
  private ChoiceRule choice = ChoiceRule.ACCURACY;

  String vectorName() {
    return vector;
  }

  SteeringVector readVector(CommandSpec command) {
    VectorRead read = read();
    PrintWriter err = command.commandLine().getErr();
    read.warnings().forEach(warning -> err.println("densesteer: " + warning));
    SteeringVector swept = read.vector();
    if (swept.metadata().appliesEveryLayer() && swept.directions().size() > 1) {
      Notes.say(
          command,
          Texts.of(
              "The vector %s is made to be added at all of its layers at once; a sweep"
                  + " adds it at one of them at a time.",
              swept.name()));
    }
    return swept;
  }

  /** One swept layer is also that of a direction for which the file names none. */
  private VectorRead read() {
    boolean sample = vector.equals(SweepSetup.SAMPLE);
    List<Integer> swept = layers.values();
    OptionalInt only = swept.size() == 1 ? OptionalInt.of(swept.get(0)) : OptionalInt.empty();
    try {
      return VectorFiles.read(
          sample ? EmbeddedFiles.sampleVector() : FileNames.path(vector), 0, only);
    } catch (MissingLayerException e) {
      throw new FaultException(
          "The vector file "
              + vector
              + " "
              + e.why()
              + ": sweep that layer alone, or give the file one with 'densesteer convert IN OUT --layer L'.",
          e);
    }
  }

  SweepGrid grid(CommandSpec command) {
    try {
      return new SweepGrid(layers.values(), strengths.values());
    } catch (FaultException e) {
      throw new ParameterException(command.commandLine(), e.getMessage());
    }
  }

  List<Placebo> placebos() {
    return placebos.values();
  }

  ChoiceRule choice() {
    return choice;
  }
}
