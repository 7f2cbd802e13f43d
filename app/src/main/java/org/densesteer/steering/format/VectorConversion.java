package org.densesteer.steering.format;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Turns a vector file into one of another format, which the ending of the target names.
 *
 * @param layers 0-based decoder blocks to keep; all when empty; a single one is also the layer of a
 *     direction for which the source names none
 * @param bake strength to multiply into the directions, if any
 * @param ggufLayerOffset how a GGUF file counts layers, see {@link ReadOptions}: the source where
 *     it is one, otherwise the target
 */
public record VectorConversion(Set<Integer> layers, OptionalDouble bake, int ggufLayerOffset) {

  /** Freezes the layers. */
  public VectorConversion {
    layers = Set.copyOf(layers);
    ReadOptions.requireOffset(ggufLayerOffset);
  }

  /**
   * Converts and verifies.
   *
   * @throws org.densesteer.common.FaultException when the source cannot be read, the target's
   *     ending names no format, or the target cannot be written
   */
  public ExportReport convert(Path source, Path target) {
    VectorFormat format = VectorFormats.forFileName(String.valueOf(target.getFileName()));
    OptionalInt layer =
        layers.size() == 1 ? OptionalInt.of(layers.iterator().next()) : OptionalInt.empty();
    VectorRead read = VectorFiles.read(source, ggufLayerOffset, layer);
    boolean fromGguf = read.format().equals(VectorFormats.GGUF);
    ExportOptions options =
        ExportOptions.of(format)
            .onlyLayers(layers)
            .withGgufLayerOffset(fromGguf ? 0 : ggufLayerOffset);
    if (bake.isPresent()) {
      options = options.baking(bake.getAsDouble());
    }
    ExportReport report = VectorFiles.write(read.vector(), options, target);
    List<String> warnings = new ArrayList<>(read.warnings());
    warnings.addAll(report.warnings());
    return new ExportReport(
        report.file(), report.bytes(), report.written(), warnings, report.hints());
  }
}
