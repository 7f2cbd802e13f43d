package org.densesteer.figure;

import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.densesteer.common.Markup;

/**
 * A figure as a PDF page of its size. Letters are text in embedded fonts. Settings stand in the
 * document information under {@value #SETTINGS} and, in XMP, as {@code dc:description}.
 */
final class PdfFigure {

  static final String SETTINGS = "DenseSteerSettings";

  private final PDPageContentStream page;
  private final Map<Face, PDType0Font> fonts;
  private final double height;

  private PdfFigure(PDPageContentStream page, Map<Face, PDType0Font> fonts, double height) {
    this.page = page;
    this.fonts = fonts;
    this.height = height;
  }

  static void write(Figure figure, Origin origin, Path file) throws IOException {
    try (PDDocument document = document(figure)) {
      describe(document, figure, origin);
      document.save(file.toFile());
    }
  }

  /**
   * The drawing without a word about its origin, read back: PDFBox fills in its fonts only when a
   * document is saved, and would paint it in others before that. To be closed.
   */
  static PDDocument painted(Figure figure) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PDDocument document = document(figure)) {
      document.save(bytes);
    }
    return Loader.loadPDF(bytes.toByteArray());
  }

  private static PDDocument document(Figure figure) throws IOException {
    PDDocument document = new PDDocument();
    try {
      FigureSize size = figure.size();
      PDPage page = new PDPage(new PDRectangle((float) size.width(), (float) size.height()));
      document.addPage(page);
      Map<Face, PDType0Font> fonts = new EnumMap<>(Face.class);
      for (Face face : Face.values()) {
        if (figure.marks().stream().anyMatch(m -> m instanceof Mark.Words w && w.face() == face)) {
          try (InputStream stream = FaceMetrics.open(face)) {
            fonts.put(face, PDType0Font.load(document, stream));
          }
        }
      }
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        PdfFigure drawing = new PdfFigure(content, fonts, size.height());
        for (Mark mark : figure.marks()) {
          drawing.draw(mark);
        }
      }
      return document;
    } catch (IOException | RuntimeException e) {
      document.close();
      throw e;
    }
  }

  private static void describe(PDDocument document, Figure figure, Origin origin)
      throws IOException {
    PDDocumentInformation information = document.getDocumentInformation();
    information.setTitle(figure.title());
    information.setSubject(origin.description());
    information.setCreator(Origin.program());
    information.setCustomMetadataValue(SETTINGS, origin.settings());
    String xmp =
        "<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>"
            + "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
            + "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
            + "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
            + " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">"
            + "<dc:title>"
            + alternative(figure.title())
            + "</dc:title><dc:description>"
            + alternative(origin.settings())
            + "</dc:description><xmp:CreatorTool>"
            + Markup.escape(Origin.program())
            + "</xmp:CreatorTool></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end=\"w\"?>";
    document
        .getDocumentCatalog()
        .setMetadata(
            new PDMetadata(
                document, new ByteArrayInputStream(xmp.getBytes(StandardCharsets.UTF_8))));
  }

  private static String alternative(String text) {
    return "<rdf:Alt><rdf:li xml:lang=\"x-default\">" + Markup.escape(text) + "</rdf:li></rdf:Alt>";
  }

  private void draw(Mark mark) throws IOException {
    if (mark instanceof Mark.Box box) {
      box(box);
    } else if (mark instanceof Mark.Line line) {
      line(line);
    } else if (mark instanceof Mark.Words words) {
      words(words);
    }
  }

  private void box(Mark.Box box) throws IOException {
    if (box.fill() != null) {
      page.setNonStrokingColor(Color.decode(box.fill()));
      rectangle(box);
      page.fill();
    }
    if (box.edge() != null) {
      page.setStrokingColor(Color.decode(box.edge()));
      page.setLineWidth((float) box.thickness());
      page.setLineDashPattern(new float[0], 0);
      rectangle(box);
      page.stroke();
    }
  }

  private void rectangle(Mark.Box box) throws IOException {
    page.addRect(
        (float) box.x(),
        (float) (height - box.y() - box.height()),
        (float) box.width(),
        (float) box.height());
  }

  private void line(Mark.Line line) throws IOException {
    page.setStrokingColor(Color.decode(line.colour()));
    page.setLineWidth((float) line.thickness());
    page.setLineJoinStyle(1);
    float[] dashes = new float[line.dashes().length];
    for (int i = 0; i < dashes.length; i++) {
      dashes[i] = (float) line.dashes()[i];
    }
    page.setLineDashPattern(dashes, 0);
    for (int i = 0; i < line.xs().length; i++) {
      float x = (float) line.xs()[i];
      float y = (float) (height - line.ys()[i]);
      if (i == 0) {
        page.moveTo(x, y);
      } else {
        page.lineTo(x, y);
      }
    }
    page.stroke();
  }

  private void words(Mark.Words words) throws IOException {
    double width = FaceMetrics.width(words.face(), words.size(), words.text());
    page.beginText();
    page.setFont(fonts.get(words.face()), (float) words.size());
    page.setNonStrokingColor(Color.decode(words.colour()));
    page.newLineAtOffset(
        (float) (words.x() - words.anchor().share() * width), (float) (height - words.base()));
    page.showText(FaceMetrics.shown(words.face(), words.text()));
    page.endText();
  }
}
