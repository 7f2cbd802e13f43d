import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * Makes an icon for Windows (.ico) or macOS (.icns) from a picture of 256 pixels:
 *
 * <pre>java installers/Icon.java PICTURE.png ICON</pre>
 *
 * Both are containers of PNG pictures, which the systems have read since Vista and 10.7.
 */
final class Icon {

  /** The sizes of an icns by their type; ic11 and ic12 are 16 and 32 points on a fine screen. */
  private static final Map<String, Integer> MAC = new LinkedHashMap<>();

  static {
    MAC.put("ic11", 32);
    MAC.put("ic12", 64);
    MAC.put("ic07", 128);
    MAC.put("ic08", 256);
    MAC.put("ic13", 256);
  }

  private static final int[] WINDOWS = {16, 24, 32, 48, 64, 128, 256};

  public static void main(String[] arguments) throws IOException {
    System.setProperty("java.awt.headless", "true");
    BufferedImage picture = ImageIO.read(Path.of(arguments[0]).toFile());
    Path icon = Path.of(arguments[1]);
    Files.createDirectories(icon.toAbsolutePath().getParent());
    Files.write(icon, icon.toString().endsWith(".ico") ? ico(picture) : icns(picture));
  }

  private static byte[] ico(BufferedImage picture) throws IOException {
    ByteArrayOutputStream pictures = new ByteArrayOutputStream();
    int start = 6 + 16 * WINDOWS.length;
    ByteBuffer index = ByteBuffer.allocate(start).order(ByteOrder.LITTLE_ENDIAN);
    index.putShort((short) 0).putShort((short) 1).putShort((short) WINDOWS.length);
    for (int size : WINDOWS) {
      byte[] png = png(picture, size);
      // One byte for each side, in which 0 means 256; then no palette, one plane, 32 bits a pixel.
      index.put((byte) size).put((byte) size).putShort((short) 0);
      index.putShort((short) 1).putShort((short) 32);
      index.putInt(png.length).putInt(start + pictures.size());
      pictures.write(png);
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(index.array());
    pictures.writeTo(all);
    return all.toByteArray();
  }

  private static byte[] icns(BufferedImage picture) throws IOException {
    ByteArrayOutputStream parts = new ByteArrayOutputStream();
    for (Map.Entry<String, Integer> type : MAC.entrySet()) {
      byte[] png = png(picture, type.getValue());
      parts.write(head(type.getKey(), png.length));
      parts.write(png);
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(head("icns", parts.size()));
    parts.writeTo(all);
    return all.toByteArray();
  }

  /** Four letters and a length that counts these eight bytes, too. */
  private static byte[] head(String type, int length) {
    ByteBuffer head = ByteBuffer.allocate(8);
    for (char letter : type.toCharArray()) {
      head.put((byte) letter);
    }
    return head.putInt(length + 8).array();
  }

  private static byte[] png(BufferedImage picture, int size) throws IOException {
    BufferedImage scaled = picture;
    // Halved step by step, so that every pixel counts.
    for (int width = picture.getWidth(); width > size; ) {
      width = Math.max(size, width / 2);
      scaled = drawn(scaled, width);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(drawn(scaled, size), "png", bytes);
    return bytes.toByteArray();
  }

  private static BufferedImage drawn(BufferedImage picture, int size) {
    BufferedImage result = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = result.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(picture, 0, 0, size, size, null);
    graphics.dispose();
    return result;
  }
}
