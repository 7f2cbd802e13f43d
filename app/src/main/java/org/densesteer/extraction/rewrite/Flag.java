package org.densesteer.extraction.rewrite;

/**
 * Something that is wrong with a pair.
 *
 * @param kind what
 * @param sentence the same in one complete sentence with its figures
 */
public record Flag(Kind kind, String sentence) {

  /** What can be wrong. */
  public enum Kind {
    /** The sparse answer is not right. */
    SPARSE_WRONG("sparse answer wrong"),
    /** There is no dense answer. */
    NOT_DENSIFIED("no dense answer"),
    /** The dense answer ends in another result, or in none. */
    OTHER_ANSWER("other answer"),
    /** The dense answer mentions a number that neither question nor sparse answer has. */
    NEW_NUMBERS("new numbers"),
    /** The density of the dense answer is not above that of the sparse one. */
    NOT_DENSER("not denser");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** In two or three words, for a table. */
    public String words() {
      return words;
    }
  }
}
