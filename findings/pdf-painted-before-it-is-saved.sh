#!/usr/bin/env bash
# Apache PDFBox 3.0.8: a page whose text is in an embedded font that is to be cut down to the letters used
# (PDType0Font.load(document, stream, true), the default) is painted in another face by PDFRenderer as long as the
# document has not been saved: the font's own outlines are put into it by save alone. Nothing is thrown; only a
# line of the log speaks of a fallback font. So a preview or PNG made from the document in memory is not the PDF.
#
# Seen: the picture before and the picture after saving and loading differ in hundreds of pixels; with the whole
# font embedded (false) they are the same.
# Guessed: a document in memory is painted as it will be when it is saved.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
for artifact in org.apache.pdfbox:pdfbox:3.0.8 org.apache.pdfbox:fontbox:3.0.8 org.apache.pdfbox:pdfbox-io:3.0.8 \
    commons-logging:commons-logging:1.3.5 net.sf.jasperreports:jasperreports-fonts:6.21.4; do
  mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy -Dartifact="$artifact" -DoutputDirectory=lib
done
cat > Painted.java <<'JAVA'
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.rendering.PDFRenderer;

public class Painted {
  static int differing(boolean cutDown) throws Exception {
    try (PDDocument document = new PDDocument();
        InputStream face =
            Painted.class.getResourceAsStream("/net/sf/jasperreports/fonts/dejavu/DejaVuSerif.ttf")) {
      PDPage page = new PDPage();
      document.addPage(page);
      PDType0Font font = PDType0Font.load(document, face, cutDown);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.beginText();
        content.setFont(font, 40);
        content.newLineAtOffset(40, 500);
        content.showText("Density per step");
        content.endText();
      }
      BufferedImage before = new PDFRenderer(document).renderImage(0);
      ByteArrayOutputStream saved = new ByteArrayOutputStream();
      document.save(saved);
      try (PDDocument loaded = Loader.loadPDF(saved.toByteArray())) {
        BufferedImage after = new PDFRenderer(loaded).renderImage(0);
        int pixels = 0;
        for (int y = 0; y < after.getHeight(); y++) {
          for (int x = 0; x < after.getWidth(); x++) {
            pixels += before.getRGB(x, y) == after.getRGB(x, y) ? 0 : 1;
          }
        }
        return pixels;
      }
    }
  }

  public static void main(String[] arguments) throws Exception {
    System.setProperty("java.awt.headless", "true");
    int cut = differing(true);
    int whole = differing(false);
    System.out.println("pixels that saving changes: font cut down " + cut + ", whole font " + whole);
    if (cut == 0 || whole != 0) {
      System.err.println("the behaviour has changed");
      System.exit(1);
    }
  }
}
JAVA
java -cp 'lib/*' Painted.java 2>log.txt || { cat log.txt >&2; exit 1; }
