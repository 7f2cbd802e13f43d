package org.densesteer.steering.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.densesteer.common.Texts;
import org.densesteer.files.bytes.FileBytes;
import org.densesteer.steering.content.NumberArray;

/** Gathers the shuffled-pair controls of a file: draws 1 to n, each held to what a vector is. */
final class ShuffledCollector {

  private final VectorFormat format;
  private final FileBytes file;
  private final TreeMap<Integer, DirectionCollector> draws = new TreeMap<>();

  ShuffledCollector(VectorFormat format, FileBytes file) {
    this.format = format;
    this.file = file;
  }

  /** Takes a layer of a draw. */
  void add(int draw, int layer, NumberArray array) {
    if (array.shape().size() != 1) {
      throw file.refused(
          Texts.of(
              "its shuffled-pair control %d has the shape %s at layer %d",
              draw, array.shape(), layer));
    }
    DirectionCollector collector =
        draws.computeIfAbsent(draw, n -> new DirectionCollector(format, file));
    collector.reserve(layer, array.elements());
    collector.add(layer, array.dtype(), array.reader().read(0, (int) array.elements()));
  }

  /**
   * The controls in the order of their numbers.
   *
   * @param width the vector's
   * @throws org.densesteer.common.FaultException when a number is missing or a width differs
   */
  List<SortedMap<Integer, float[]>> build(int width) {
    List<SortedMap<Integer, float[]>> controls = new ArrayList<>();
    for (Map.Entry<Integer, DirectionCollector> draw : draws.entrySet()) {
      SortedMap<Integer, float[]> directions = draw.getValue().directions();
      if (draw.getKey() != controls.size() + 1) {
        throw file.broken("its shuffled-pair control " + (controls.size() + 1) + " is missing");
      }
      if (directions.get(directions.firstKey()).length != width) {
        throw file.broken(
            Texts.of("its shuffled-pair control %d is not %d wide", draw.getKey(), width));
      }
      controls.add(directions);
    }
    return controls;
  }
}
