package org.densesteer.figure;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.densesteer.common.FaultException;
import org.densesteer.common.Texts;

/**
 * A figure in pixels, painted from its PDF so that both are the same drawing. Settings stand in
 * {@code iTXt} chunks, pixels per inch in {@code pHYs}.
 */
public final class PngFigure {

  private static final String NATIVE = "javax_imageio_png_1.0";
  private static final double INCHES_PER_METRE = 1 / 0.0254;

  /** More would not fit into a picture's memory on an ordinary computer. */
  private static final double MOST_PIXELS = 150e6;

  private PngFigure() {}

  /**
   * Paints a figure.
   *
   * @param dpi pixels per inch
   * @throws FaultException when there would be too many pixels
   */
  public static BufferedImage picture(Figure figure, int dpi) {
    FigureSize size = figure.size();
    double pixels = size.width() / 72 * dpi * (size.height() / 72 * dpi);
    if (pixels > MOST_PIXELS) {
      throw new FaultException(
          Texts.of(
              "A picture of %.0f × %.0f mm at %d pixels per inch would have %.0f million pixels; the most"
                  + " is %.0f million. Choose fewer pixels per inch, or PDF.",
              size.widthMm(), size.heightMm(), dpi, pixels / 1e6, MOST_PIXELS / 1e6));
    }
    try (PDDocument document = PdfFigure.painted(figure)) {
      return new PDFRenderer(document).renderImageWithDPI(0, dpi, ImageType.RGB);
    } catch (IOException e) {
      throw new FaultException("The figure cannot be painted: " + e.getMessage() + ".", e);
    }
  }

  static void write(Figure figure, Origin origin, int dpi, Path file) throws IOException {
    BufferedImage image = picture(figure, dpi);
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
      if (out == null) {
        throw new IOException("it cannot be opened");
      }
      ImageWriteParam how = writer.getDefaultWriteParam();
      IIOMetadata metadata =
          writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), how);
      metadata.mergeTree(NATIVE, chunks(figure, origin, dpi));
      writer.setOutput(out);
      writer.write(metadata, new IIOImage(image, null, metadata), how);
    } finally {
      writer.dispose();
    }
    if (Files.size(file) == 0) {
      throw new IOException("nothing was written");
    }
  }

  private static IIOMetadataNode chunks(Figure figure, Origin origin, int dpi) {
    IIOMetadataNode root = new IIOMetadataNode(NATIVE);
    String perMetre = Long.toString(Math.round(dpi * INCHES_PER_METRE));
    IIOMetadataNode physical = new IIOMetadataNode("pHYs");
    physical.setAttribute("pixelsPerUnitXAxis", perMetre);
    physical.setAttribute("pixelsPerUnitYAxis", perMetre);
    physical.setAttribute("unitSpecifier", "meter");
    root.appendChild(physical);
    IIOMetadataNode texts = new IIOMetadataNode("iTXt");
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put("Title", figure.title());
    entries.put("Software", Origin.program());
    entries.put("Description", origin.description());
    entries.put(PdfFigure.SETTINGS, origin.settings());
    entries.forEach(
        (keyword, text) -> {
          IIOMetadataNode entry = new IIOMetadataNode("iTXtEntry");
          entry.setAttribute("keyword", keyword);
          entry.setAttribute("compressionFlag", "FALSE");
          entry.setAttribute("compressionMethod", "0");
          entry.setAttribute("languageTag", "en");
          entry.setAttribute("translatedKeyword", keyword);
          entry.setAttribute("text", text);
          texts.appendChild(entry);
        });
    root.appendChild(texts);
    return root;
  }
}
