package org.densesteer.ui.figures;

import org.densesteer.common.Texts;
import org.densesteer.figure.FigureSize;
import org.jspecify.annotations.Nullable;

/** What a figure is for, which gives its size. */
enum FigurePlace {
  /** One column of a paper. */
  ONE_COLUMN("One column", FigureSize.ONE_COLUMN),
  /** Both columns of a paper. */
  TWO_COLUMNS("Two columns", FigureSize.TWO_COLUMNS),
  /** A slide. */
  SLIDE("Slide 16:9", FigureSize.SLIDE),
  /** A size of one's own. */
  OWN("Own size", null);

  private final String title;
  private final @Nullable FigureSize size;

  FigurePlace(String title, @Nullable FigureSize size) {
    this.title = title;
    this.size = size;
  }

  /** The size; null where a person gives it. */
  @Nullable FigureSize size() {
    return size;
  }

  /** What it is called, with its size. */
  String title() {
    return size == null
        ? title
        : Texts.of("%s, %.0f × %.0f mm", title, size.widthMm(), size.heightMm());
  }

  /** The one of this name; one column where there is none. */
  static FigurePlace named(@Nullable String name) {
    for (FigurePlace each : values()) {
      if (each.name().equals(name)) {
        return each;
      }
    }
    return ONE_COLUMN;
  }
}
