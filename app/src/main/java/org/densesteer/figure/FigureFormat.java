package org.densesteer.figure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.densesteer.common.AtomicFiles;

/** The kinds of file that a figure is written to. */
public enum FigureFormat {
  /** Vector drawing with its fonts inside. */
  PDF("PDF document", "pdf") {
    @Override
    void write(Figure figure, Origin origin, int dpi, Path file) throws IOException {
      PdfFigure.write(figure, origin, file);
    }
  },
  /** Vector drawing that names its fonts. */
  SVG("SVG drawing", "svg") {
    @Override
    void write(Figure figure, Origin origin, int dpi, Path file) throws IOException {
      Files.write(file, SvgFigure.of(figure, origin).getBytes(StandardCharsets.UTF_8));
    }
  },
  /** Picture in pixels. */
  PNG("PNG picture", "png") {
    @Override
    void write(Figure figure, Origin origin, int dpi, Path file) throws IOException {
      PngFigure.write(figure, origin, dpi, file);
    }
  };

  private final String description;
  private final String ending;

  FigureFormat(String description, String ending) {
    this.description = description;
    this.ending = ending;
  }

  abstract void write(Figure figure, Origin origin, int dpi, Path file) throws IOException;

  /**
   * Writes a figure to a file, whole or not at all.
   *
   * @param dpi pixels per inch, of which only pictures take notice
   * @throws org.densesteer.common.FaultException when the file cannot be written
   */
  public void save(Figure figure, Origin origin, int dpi, Path file) {
    AtomicFiles.write(file, temporary -> write(figure, origin, dpi, temporary));
  }

  /** What a person calls it. */
  public String description() {
    return description;
  }

  /** How its files' names end, without the dot. */
  public String ending() {
    return ending;
  }
}
