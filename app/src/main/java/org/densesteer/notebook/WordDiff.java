package org.densesteer.notebook;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Two texts word by word, by the algorithm of Myers (1986). The pieces of a text, joined, are the
 * text; white space makes no difference.
 *
 * @param first the first text in pieces
 * @param second the second one
 */
public record WordDiff(List<Piece> first, List<Piece> second) {

  /** A word with the white space behind it, or white space at the beginning. */
  private static final Pattern WORD = Pattern.compile("\\S+\\s*|^\\s+");

  /**
   * Words that stand together.
   *
   * @param shared whether the other text has them, too
   * @param text the words
   */
  public record Piece(boolean shared, String text) {}

  /** Freezes the lists. */
  public WordDiff {
    first = List.copyOf(first);
    second = List.copyOf(second);
  }

  /** Compares two texts. */
  public static WordDiff of(String first, String second) {
    List<String> left = words(first);
    List<String> right = words(second);
    List<Piece> leftPieces = new ArrayList<>();
    List<Piece> rightPieces = new ArrayList<>();
    int leftAt = 0;
    int rightAt = 0;
    for (AbstractDelta<String> delta :
        DiffUtils.diff(left, right, (a, b) -> a.strip().equals(b.strip())).getDeltas()) {
      int leftFrom = delta.getSource().getPosition();
      int rightFrom = delta.getTarget().getPosition();
      add(leftPieces, true, left.subList(leftAt, leftFrom));
      add(rightPieces, true, right.subList(rightAt, rightFrom));
      add(leftPieces, false, delta.getSource().getLines());
      add(rightPieces, false, delta.getTarget().getLines());
      leftAt = leftFrom + delta.getSource().size();
      rightAt = rightFrom + delta.getTarget().size();
    }
    add(leftPieces, true, left.subList(leftAt, left.size()));
    add(rightPieces, true, right.subList(rightAt, right.size()));
    return new WordDiff(leftPieces, rightPieces);
  }

  /** In how many places only one of the two has words. */
  public long apart() {
    return Math.max(apart(first), apart(second));
  }

  private static long apart(List<Piece> pieces) {
    return pieces.stream().filter(piece -> !piece.shared()).count();
  }

  private static void add(List<Piece> pieces, boolean shared, List<String> words) {
    if (!words.isEmpty()) {
      pieces.add(new Piece(shared, String.join("", words)));
    }
  }

  private static List<String> words(String text) {
    return WORD.matcher(text).results().map(match -> match.group()).toList();
  }
}
