package org.densesteer.model.decoder;

import java.util.stream.IntStream;

/**
 * One position of some rows of a cache that lie next to each other.
 *
 * @param row the first of them
 * @param rows how many
 * @param at the position
 */
public record Span(int row, int rows, int at) {

  IntStream positions() {
    return IntStream.generate(() -> at).limit(rows);
  }
}
