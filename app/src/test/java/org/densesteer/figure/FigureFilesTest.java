package org.densesteer.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.text.PDFTextStripper;
import org.densesteer.common.FaultException;
import org.densesteer.figure.Mark.Anchor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Node;

/** What a figure's files hold, read by PDFBox's text extraction, an XML parser and ImageIO. */
class FigureFilesTest {

  private static final String SETTINGS =
      "{\"runs\":[{\"question\":\"3 < 4 & λ, 中\",\"seed\":7}],\"quote\":\"--> ]]> \\\" é\"}";
  private static final Origin ORIGIN = new Origin("A sentence, λ 0.4.", SETTINGS);
  private static final Figure FIGURE =
      new Figure(
          "T & t",
          FigureSize.ONE_COLUMN,
          List.of(
              new Mark.Box(10, 20, 60, 40, "#0072b2", "#24292f", 1),
              new Mark.Line(
                  new double[] {0, 100, 150},
                  new double[] {100, 50, 120},
                  "#b85c00",
                  1.5,
                  new double[] {4, 2}),
              words(Face.STRONG, 12, "Density, λ +4.0 ≥ 3"),
              words(Face.TEXT, 30, "ρ of 中\n steps"),
              words(Face.FIGURES, 48, "16.8")));

  @TempDir Path folder;

  private static Mark.Words words(Face face, double base, String text) {
    return new Mark.Words(100, base, Anchor.MIDDLE, face, 8, "#24292f", text);
  }

  private Path saved(FigureFormat format, int dpi) {
    Path file = folder.resolve("figure." + format.ending());
    format.save(FIGURE, ORIGIN, dpi, file);
    return file;
  }

  private static Document xml(byte[] content) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(content));
  }

  @Test
  void aPdfHasItsSizeItsWordsAsTextAndItsFonts() throws Exception {
    try (PDDocument pdf = Loader.loadPDF(saved(FigureFormat.PDF, 0).toFile())) {
      assertEquals(1, pdf.getNumberOfPages());
      assertEquals(85 / 25.4 * 72, pdf.getPage(0).getMediaBox().getWidth(), 0.01);
      assertEquals(55 / 25.4 * 72, pdf.getPage(0).getMediaBox().getHeight(), 0.01);
      List<String> lines = new PDFTextStripper().getText(pdf).lines().map(String::strip).toList();
      assertEquals(List.of("Density, λ +4.0 ≥ 3", "ρ of ?  steps", "16.8"), lines);
      PDResources resources = pdf.getPage(0).getResources();
      int fonts = 0;
      for (COSName name : resources.getFontNames()) {
        assertTrue(resources.getFont(name).isEmbedded(), name.getName());
        fonts++;
      }
      assertEquals(3, fonts);
      assertFalse(resources.getXObjectNames().iterator().hasNext(), "a picture is in it");
    }
  }

  @Test
  void aPdfSaysWhatMadeIt() throws Exception {
    try (PDDocument pdf = Loader.loadPDF(saved(FigureFormat.PDF, 0).toFile())) {
      assertEquals("T & t", pdf.getDocumentInformation().getTitle());
      assertEquals("A sentence, λ 0.4.", pdf.getDocumentInformation().getSubject());
      assertTrue(pdf.getDocumentInformation().getCreator().startsWith("DenseSteer Workbench "));
      assertEquals(
          SETTINGS, pdf.getDocumentInformation().getCustomMetadataValue("DenseSteerSettings"));
      Document xmp = xml(pdf.getDocumentCatalog().getMetadata().toByteArray());
      assertEquals(
          SETTINGS,
          xmp.getElementsByTagNameNS("http://purl.org/dc/elements/1.1/", "description")
              .item(0)
              .getTextContent());
    }
  }

  @Test
  void anSvgHasItsSizeItsWordsAndWhatMadeIt() throws Exception {
    Document svg = xml(Files.readAllBytes(saved(FigureFormat.SVG, 0)));
    assertEquals("85mm", svg.getDocumentElement().getAttribute("width"));
    assertEquals("T & t", svg.getElementsByTagName("title").item(0).getTextContent());
    assertEquals(3, svg.getElementsByTagName("text").getLength());
    assertEquals(1, svg.getElementsByTagName("polyline").getLength());
    assertEquals(
        SETTINGS,
        svg.getElementsByTagNameNS("urn:densesteer", "settings").item(0).getTextContent());
    assertEquals("metadata", svg.getElementsByTagName("metadata").item(0).getNodeName());
  }

  @Test
  void aPictureHasItsPixelsAndWhatMadeIt() throws Exception {
    Path file = saved(FigureFormat.PNG, 300);
    ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
    try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
      reader.setInput(in);
      BufferedImage image = reader.read(0);
      assertEquals(85 / 25.4 * 300, image.getWidth(), 1.5);
      assertEquals(0x0072b2, image.getRGB(150, 150) & 0xffffff);
      Node root = reader.getImageMetadata(0).getAsTree("javax_imageio_png_1.0");
      assertEquals("11811", attribute(find(root, "pHYs"), "pixelsPerUnitXAxis"));
      Map<String, String> texts = new TreeMap<>();
      Node entries = find(root, "iTXt");
      for (Node n = entries.getFirstChild(); n != null; n = n.getNextSibling()) {
        texts.put(attribute(n, "keyword"), attribute(n, "text"));
      }
      assertEquals(SETTINGS, texts.get("DenseSteerSettings"));
      assertEquals("A sentence, λ 0.4.", texts.get("Description"));
    }
  }

  private static Node find(Node root, String name) {
    for (Node n = root.getFirstChild(); n != null; n = n.getNextSibling()) {
      if (n.getNodeName().equals(name)) {
        return n;
      }
    }
    throw new AssertionError("no " + name);
  }

  private static String attribute(Node node, String name) {
    return node.getAttributes().getNamedItem(name).getNodeValue();
  }

  @Test
  void textIsAsWideAsItsFontSays() {
    assertEquals(
        2 * FaceMetrics.width(Face.FIGURES, 10, "1"), FaceMetrics.width(Face.FIGURES, 10, "88"));
    assertEquals(6.0, FaceMetrics.width(Face.FIGURES, 10, "8"), 1e-9);
    String cut = FaceMetrics.fitted(Face.TEXT, 10, "a long name of an arm", 40);
    assertTrue(cut.endsWith("…") && FaceMetrics.width(Face.TEXT, 10, cut) <= 40, cut);
  }

  @Test
  void sizesThatNoFigureHasAreRefused() {
    assertThrows(FaultException.class, () -> new FigureSize(0, 50, 8));
    assertThrows(FaultException.class, () -> new FigureSize(85, Double.NaN, 8));
    FaultException tooFine =
        assertThrows(FaultException.class, () -> PngFigure.picture(FIGURE, 20_000));
    assertTrue(tooFine.getMessage().contains("million pixels"), tooFine.getMessage());
  }
}
