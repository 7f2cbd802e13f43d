package org.densesteer.ui.alignment;

import java.util.List;
import org.densesteer.generation.Alignment;

/**
 * The map of one arm's answer.
 *
 * @param name the arm
 * @param colour index of its colour
 * @param map of prompt and answer
 * @param texts what each token of the answer stands for
 */
record ArmMap(String name, int colour, Alignment map, List<String> texts) {

  /** Cosine at a layer and a token of the answer. */
  double at(int layer, int token) {
    return map.cosines()[layer][map.promptLength() + token];
  }

  int tokens() {
    return map.positions() - map.promptLength();
  }

  /** The largest size of a cosine in the answer; 0 where there is none. */
  double most() {
    double most = 0;
    for (int layer = 0; layer < map.layers(); layer++) {
      for (int token = 0; token < tokens(); token++) {
        double size = Math.abs(at(layer, token));
        most = size > most ? size : most;
      }
    }
    return most;
  }
}
