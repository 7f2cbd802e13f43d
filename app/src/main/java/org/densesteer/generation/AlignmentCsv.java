package org.densesteer.generation;

import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.densesteer.common.Texts;

/**
 * Alignment maps as CSV (RFC 4180), one line for each arm and position. Cosines have no unit; those
 * of layers that the vector lacks are empty.
 */
public final class AlignmentCsv {

  private AlignmentCsv() {}

  /**
   * The maps of some arms, by their names.
   *
   * @param text what a token stands for
   */
  public static String of(Map<String, Alignment> arms, IntFunction<String> text) {
    StringBuilder csv = new StringBuilder("arm,position,part,token_id,token");
    int layers = arms.values().iterator().next().layers();
    IntStream.range(0, layers).forEach(layer -> csv.append(",layer_").append(layer));
    csv.append("\r\n");
    arms.forEach(
        (name, map) -> {
          for (int at = 0; at < map.positions(); at++) {
            int id = map.tokenIds()[at];
            csv.append(
                Texts.of(
                    "%s,%d,%s,%d,\"%s\",%s\r\n",
                    name,
                    at,
                    at < map.promptLength() ? "prompt" : "response",
                    id,
                    text.apply(id).replace("\"", "\"\""),
                    cells(map, at)));
          }
        });
    return csv.toString();
  }

  private static String cells(Alignment map, int at) {
    return IntStream.range(0, map.layers())
        .mapToObj(layer -> map.cosines()[layer][at])
        .map(cosine -> Float.isFinite(cosine) ? Texts.of("%.5f", cosine) : "")
        .collect(Collectors.joining(","));
  }
}
