package org.densesteer.figure;

import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.densesteer.common.FaultException;

/** How wide texts are, and which letters the faces have. Safe for any thread. */
public final class FaceMetrics {

  /** Stands for a letter that a face lacks; every face has it. */
  private static final int MISSING = '?';

  private static final Map<Face, FaceMetrics> LOADED = new EnumMap<>(Face.class);

  private final TrueTypeFont font;
  private final CmapLookup letters;

  private FaceMetrics(TrueTypeFont font) throws IOException {
    this.font = font;
    this.letters = font.getUnicodeCmapLookup();
  }

  private static synchronized FaceMetrics of(Face face) {
    return LOADED.computeIfAbsent(face, FaceMetrics::load);
  }

  private static FaceMetrics load(Face face) {
    try (InputStream stream = open(face)) {
      return new FaceMetrics(new TTFParser().parse(new RandomAccessReadBuffer(stream)));
    } catch (IOException e) {
      throw new FaultException("The program's font " + face.resource() + " cannot be read.", e);
    }
  }

  /** The face's file. */
  static InputStream open(Face face) {
    InputStream stream = FaceMetrics.class.getResourceAsStream(face.resource());
    if (stream == null) {
      throw new FaultException("The program's font " + face.resource() + " is missing.");
    }
    return stream;
  }

  /** Width of a text in points, without kerning. */
  public static double width(Face face, double size, String text) {
    FaceMetrics metrics = of(face);
    synchronized (metrics) {
      try {
        long units = 0;
        for (int c : metrics.shown(text).codePoints().toArray()) {
          units += metrics.font.getAdvanceWidth(metrics.letters.getGlyphId(c));
        }
        return size * units / metrics.font.getUnitsPerEm();
      } catch (IOException e) {
        throw new FaultException("The program's font " + face.resource() + " cannot be read.", e);
      }
    }
  }

  /** The text on one line, with a question mark for every letter that the face lacks. */
  static String shown(Face face, String text) {
    FaceMetrics metrics = of(face);
    synchronized (metrics) {
      return metrics.shown(text);
    }
  }

  private String shown(String text) {
    return text.codePoints()
        .map(c -> Character.isWhitespace(c) ? ' ' : c)
        .map(c -> letters.getGlyphId(c) == 0 ? MISSING : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** The text, cut with an ellipsis where it would be wider than there is room. */
  public static String fitted(Face face, double size, String text, double room) {
    if (width(face, size, text) <= room) {
      return text;
    }
    String cut = text;
    while (!cut.isEmpty() && width(face, size, cut + "…") > room) {
      cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
    }
    return cut + "…";
  }
}
