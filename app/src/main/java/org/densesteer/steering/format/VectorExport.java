package org.densesteer.steering.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.densesteer.common.AtomicFiles;
import org.densesteer.common.FaultException;
import org.densesteer.common.LifeLog;
import org.densesteer.common.Texts;
import org.densesteer.files.bytes.FileBytes;
import org.densesteer.steering.LintFinding;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.VectorLint;
import org.densesteer.steering.VectorMetadata;

/**
 * Writes vectors so that a finished export is known to be good: into a temporary file, read back
 * with the same reader as any other file, compared bit for bit, and only then moved into place.
 */
public final class VectorExport {

  private VectorExport() {}

  /**
   * Writes a verified file.
   *
   * @throws FaultException when the format cannot hold the vector, the file cannot be written, or
   *     what was written is not what comes back; nothing is left behind then
   */
  public static ExportReport write(SteeringVector vector, ExportOptions options, Path file) {
    VectorFormat format = options.format();
    SteeringVector whole = ExportPreparation.prepare(vector, options);
    SteeringVector prepared =
        format.keepsGate() ? whole : whole.with(MetadataCheck.ungated(whole.metadata()));
    WriteOptions layout = options.writeOptions();
    SteeringVector representable = format.representable(prepared, layout);
    SteeringVector expected =
        format.keepsShuffled() ? representable : representable.withShuffled(List.of());
    List<String> warnings = new ArrayList<>(lint(prepared));
    warnings.addAll(format.warnings(prepared, layout));
    String gate = whole.metadata().get(VectorMetadata.GATE);
    if (!format.keepsGate() && !gate.isEmpty()) {
      warnings.add(
          Texts.of(
              "The gate %s is not in the file: of all formats only safetensors holds one here, and"
                  + " whoever uses the file adds the vector with a constant strength.",
              gate));
    }
    int left = vector.directions().size() - prepared.directions().size();
    if (options.layers().isEmpty() && left > 0) {
      warnings.add(
          Texts.of(
              "Users of a %s file steer every layer in it at once, so only layer %s is in it; %d others"
                  + " are not.",
              format.displayName(), prepared.directions().firstKey(), left));
    }
    if (ShellText.hasSeparator(String.valueOf(file.getFileName()))) {
      warnings.add("The file name has ':' or ',', at which llama.cpp and lm-eval split names.");
    }
    long[] bytes = new long[1];
    AtomicFiles.write(
        file,
        temporary -> {
          format.write(prepared, layout, temporary);
          verify(expected, format, layout, temporary, file);
          bytes[0] = Files.size(temporary);
        });
    LifeLog.note("Export", file);
    SteeringVector written = format.keepsMetadata() ? expected : expected.with(prepared.metadata());
    return new ExportReport(
        file,
        bytes[0],
        written,
        warnings,
        UsageHints.of(file, format, written, options.ggufLayerOffset()));
  }

  private static List<String> lint(SteeringVector vector) {
    List<LintFinding> findings = VectorLint.check(vector);
    findings.stream()
        .filter(finding -> finding.severity() == LintFinding.Severity.ERROR)
        .findFirst()
        .ifPresent(
            finding -> {
              throw new FaultException(finding.sentence());
            });
    return findings.stream().map(LintFinding::sentence).toList();
  }

  private static void verify(
      SteeringVector expected,
      VectorFormat format,
      WriteOptions layout,
      Path temporary,
      Path target)
      throws IOException {
    FileBytes content =
        FileBytes.of(format.displayName(), target.toString(), Files.readAllBytes(temporary));
    if (!VectorFormats.detect(content).id().equals(format.id())) {
      throw different(target, "would be taken for another format");
    }
    SteeringVector found =
        format.read(content, new ReadOptions(expected.name(), layout.ggufLayerOffset())).vector();
    if (!found.directions().keySet().equals(expected.directions().keySet())) {
      throw different(target, "has other layers when it is read back");
    }
    expected
        .directions()
        .forEach(
            (layer, direction) -> {
              if (!Arrays.equals(direction, found.direction(layer))) {
                throw different(target, "has other values at layer " + layer + " when read back");
              }
            });
    if (!found.sharesShuffledWith(expected)) {
      throw different(target, "has other shuffled-pair controls when it is read back");
    }
    if (!found.metadata().equals(expected.metadata())) {
      throw different(target, "has other metadata when it is read back");
    }
  }

  private static FaultException different(Path target, String how) {
    return new FaultException("The export was not kept, because " + target + " " + how + ".");
  }
}
