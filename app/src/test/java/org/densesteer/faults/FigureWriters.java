package org.densesteer.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.Loader;
import org.densesteer.figure.Face;
import org.densesteer.figure.Figure;
import org.densesteer.figure.FigureFormat;
import org.densesteer.figure.FigureSize;
import org.densesteer.figure.Mark;
import org.densesteer.figure.Origin;
import org.xml.sax.SAXException;

/** What writes figures: each file holds what it was made of, which is as large as is asked for. */
final class FigureWriters {

  private static final int DPI = 72;

  private FigureWriters() {}

  static List<Writers> all() {
    return Arrays.stream(FigureFormat.values()).map(FigureWriters::of).toList();
  }

  private static Writers of(FigureFormat format) {
    return new Writers(
        "figure " + format.ending(),
        Writers.Keeps.FILE,
        (folder, time, size) ->
            format.save(
                figure(time), new Origin("A figure.", noise(size)), DPI, in(folder, format)),
        folder -> read(format, in(folder, format)));
  }

  private static Path in(Path folder, FigureFormat format) {
    return folder.resolve("figure." + format.ending());
  }

  private static Figure figure(int time) {
    Mark words =
        new Mark.Words(
            100, 40, Mark.Anchor.MIDDLE, Face.TEXT, 8, "#24292f", Integer.toString(time));
    return new Figure("Figure " + time, FigureSize.ONE_COLUMN, List.of(words));
  }

  /** What no compression makes shorter than a half. */
  private static String noise(int size) {
    byte[] random = new byte[size];
    new Random(1).nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  /** Reads it to its end, so that a part of a file is noticed. */
  private static Object read(FigureFormat format, Path file) throws IOException {
    switch (format) {
      case PDF -> Loader.loadPDF(file.toFile()).close();
      case PNG -> ImageIO.read(file.toFile());
      case SVG -> {
        try {
          DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
        } catch (SAXException | ParserConfigurationException e) {
          throw new IOException(e);
        }
      }
    }
    return Arrays.hashCode(Files.readAllBytes(file));
  }
}
