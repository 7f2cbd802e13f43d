package org.densesteer.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.densesteer.common.Texts;
import org.densesteer.steering.format.ExportReport;
import org.densesteer.steering.format.VectorConversion;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a vector in another format. */
@Command(
    name = "convert",
    sortOptions = false,
    mixinStandardHelpOptions = true,
    header = "Write a vector file in another format.",
    description = {
      "",
      "The ending of OUT names the format: .safetensors, .pt, .steered.pt (for lm-eval's model",
      "'steered'), .gguf, .npz, .npy or .json. The file is read back and compared before it takes",
      "its name.",
      ""
    })
final class ConvertCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "IN",
      description = "The vector file to read; 'sample' is the sample model's.")
  private Path source = Path.of("");

  @Parameters(index = "1", paramLabel = "OUT", description = "The file to write.")
  private Path target = Path.of("");

  @Option(
      names = "--layer",
      split = ",",
      paramLabel = "L",
      description =
          "Decoder blocks to keep, counted from 0 (default: all); a single one is also that of a"
              + " direction for which neither the file nor its name says one.")
  private Set<Integer> layers = Set.of();

  @Option(
      names = "--bake",
      paramLabel = "S",
      description = "Multiply the directions by this strength, so that the file is used at 1.")
  private @Nullable Double bake;

  @Option(
      names = "--gguf-layer-offset",
      defaultValue = "0",
      paramLabel = "0|1",
      description =
          "0 when 'direction.N' of a GGUF file means decoder block N, as llama.cpp applies it; 1"
              + " when it means block N - 1, as its cvector-generator writes it (default:"
              + " ${DEFAULT-VALUE}).")
  private int ggufLayerOffset;

  @Override
  public Integer call() {
    if (ggufLayerOffset != 0 && ggufLayerOffset != 1) {
      throw misuse("--gguf-layer-offset must be 0 or 1, not " + ggufLayerOffset + ".");
    }
    if (bake != null && !Double.isFinite(bake)) {
      throw misuse("--bake must be a finite number, not " + bake + ".");
    }
    OptionalDouble strength = bake == null ? OptionalDouble.empty() : OptionalDouble.of(bake);
    ExportReport report =
        new VectorConversion(layers, strength, ggufLayerOffset)
            .convert(SteeringOptions.file(source.toString()), target);
    PrintWriter err = spec.commandLine().getErr();
    report.warnings().forEach(warning -> err.println("densesteer: " + warning));
    spec.commandLine()
        .getOut()
        .println(
            Texts.of(
                "Wrote %s: layers %s, %d bytes, read back and equal.",
                report.file(),
                report.written().directions().keySet().stream()
                    .map(String::valueOf)
                    .collect(Collectors.joining(", ")),
                report.bytes()));
    return 0;
  }

  private ParameterException misuse(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }
}
