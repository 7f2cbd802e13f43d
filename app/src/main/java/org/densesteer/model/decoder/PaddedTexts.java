package org.densesteer.model.decoder;

import java.util.List;

/**
 * Texts of different length as rows of one width, id 0 behind their ends.
 *
 * @param ids all rows, one behind the other
 * @param rows number of rows
 * @param width length of a row
 */
record PaddedTexts(int[] ids, int rows, int width) {

  static PaddedTexts of(List<int[]> texts) {
    int width = texts.stream().mapToInt(t -> t.length).max().orElse(0);
    int[] ids = new int[texts.size() * width];
    for (int text = 0; text < texts.size(); text++) {
      System.arraycopy(texts.get(text), 0, ids, text * width, texts.get(text).length);
    }
    return new PaddedTexts(ids, texts.size(), width);
  }

  /** Some positions of every row, row by row; id 0 behind the width. */
  int[] part(int begin, int end) {
    int[] part = new int[rows * (end - begin)];
    int inside = Math.min(end, width) - begin;
    for (int row = 0; row < rows; row++) {
      System.arraycopy(ids, row * width + begin, part, row * (end - begin), inside);
    }
    return part;
  }
}
