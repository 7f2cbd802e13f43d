package org.densesteer.steering.format;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.densesteer.common.Texts;
import org.densesteer.files.bytes.FileBytes;
import org.densesteer.steering.VectorMetadata;
import org.densesteer.steering.content.FileNameLayer;
import org.densesteer.steering.content.FoundDirection;
import org.densesteer.steering.content.FoundVector;

/** Makes a vector of whatever directions the content of a file holds. */
final class FoundVectorReader {

  private FoundVectorReader() {}

  /**
   * Reads them.
   *
   * @param metadata what the file says about itself
   * @param reader see {@link FoundVector#in}
   * @throws MissingLayerException when no layer is known for its only direction
   */
  static VectorRead read(
      VectorFormat format,
      FileBytes file,
      ReadOptions options,
      Object content,
      Map<String, String> metadata,
      UnaryOperator<Object> reader) {
    // Our own files say by their names what they hold; only the texts of others are read for it.
    boolean own = metadata.containsKey(VectorMetadata.FORMAT_VERSION);
    FoundVector found = FoundVector.in(content, own ? Map.of() : metadata, reader, file);
    DirectionCollector collector = new DirectionCollector(format, file);
    boolean assumed = found.lacksLayer();
    for (FoundDirection direction : found.directions()) {
      if (direction.width() < 1) {
        throw file.refused(
            Texts.of("its direction %s has no values", FileBytes.quote(direction.name())));
      }
      long known = direction.layer().orElse(0);
      collector.reserve(known, direction.width());
      // Before a layer is asked for, so that nobody names one for what cannot be read.
      float[] values = direction.values();
      collector.add(
          assumed ? assumedLayer(collector, file, options, why(found)) : known,
          direction.dtype(),
          values);
    }
    found
        .misnamedLayer()
        .ifPresent(
            name ->
                collector.warn(
                    Texts.of(
                        "The file calls its direction %s, which is no decoder block counted from 0.",
                        name)));
    found.notes().forEach(collector::warn);
    Map<String, String> entries = new TreeMap<>(found.metadata());
    entries.putAll(metadata);
    VectorRead read = collector.build(options.name(), new VectorMetadata(entries));
    return new VectorRead(read.vector(), format, read.dtype(), read.warnings(), assumed);
  }

  private static String why(FoundVector found) {
    return found
        .misnamedLayer()
        .map(name -> "holds one direction, " + name + ", which is no decoder block counted from 0")
        .orElse("holds one direction and neither it nor its name says for which layer");
  }

  private static int assumedLayer(
      DirectionCollector collector, FileBytes file, ReadOptions options, String why) {
    OptionalInt named = FileNameLayer.of(options.name());
    OptionalInt given = options.layer();
    if (given.isPresent()) {
      if (named.isPresent() && named.getAsInt() != given.getAsInt()) {
        collector.warn(
            Texts.of(
                "The file's name says layer %d; its direction was taken for layer %d, as asked for.",
                named.getAsInt(), given.getAsInt()));
      }
      return given.getAsInt();
    }
    if (named.isEmpty()) {
      throw new MissingLayerException(
          why,
          Texts.of(
              "The %s file %s %s; name the decoder block, counted from 0, with --layer, or import"
                  + " the file into the library, which asks for it.",
              file.kind(), file.file(), why));
    }
    collector.warn(
        Texts.of(
            "The file does not say for which layer its direction is: layer %d is taken from its"
                + " name.",
            named.getAsInt()));
    return named.getAsInt();
  }

  /** A sentence where the file's name says another layer than the file. */
  static List<String> contradiction(VectorRead read, String name) {
    OptionalInt named = FileNameLayer.of(name);
    Set<Integer> layers = read.vector().directions().keySet();
    boolean other =
        named.isPresent() && !read.layerAssumed() && !read.vector().hasLayer(named.getAsInt());
    return other
        ? List.of(
            Texts.of(
                "The file's name says layer %d, for which the file itself has no direction: it says"
                    + " %s, which is what counts.",
                named.getAsInt(),
                layers.size() == 1 ? "layer " + layers.iterator().next() : "layers " + layers))
        : List.of();
  }
}
