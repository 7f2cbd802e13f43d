package org.densesteer.figure;

/**
 * The faces of figures. They are TrueType, which is what PDFBox can embed; the window's Inter has
 * the outlines of PostScript.
 */
public enum Face {
  /** Names and labels. */
  TEXT("Inter-Regular.ttf", "Inter, Helvetica, Arial, sans-serif", 400),
  /** Titles. */
  STRONG("Inter-SemiBold.ttf", "Inter, Helvetica, Arial, sans-serif", 600),
  /** Numbers. */
  FIGURES("JetBrainsMono-Regular.ttf", "JetBrains Mono, monospace", 400);

  private final String file;
  private final String families;
  private final int weight;

  Face(String file, String families, int weight) {
    this.file = file;
    this.families = families;
    this.weight = weight;
  }

  /** Its file on the class path. */
  String resource() {
    return "/styles/fonts/" + file;
  }

  /** How style sheets ask for it, with what takes its place. */
  String families() {
    return families;
  }

  /** Its weight, 400 for an ordinary one. */
  int weight() {
    return weight;
  }
}
