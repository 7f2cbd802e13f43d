package org.densesteer.steering.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.densesteer.common.Texts;
import org.densesteer.files.bytes.FileBytes;
import org.densesteer.files.numpy.NpyArray;
import org.densesteer.files.numpy.NpyWriter;
import org.densesteer.files.zip.StoredZip;
import org.densesteer.files.zip.ZipArchive;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.VectorMetadata;

/**
 * A ZIP of NumPy arrays {@code direction.<layer>.npy} of shape [hidden], and the metadata as a JSON
 * text in {@code metadata.npy}.
 */
public final class NpzVectorFormat implements VectorFormat {

  /** Ending of every entry. */
  static final String ARRAY = ".npy";

  private static final String METADATA = "metadata" + ARRAY;

  @Override
  public String id() {
    return "npz";
  }

  @Override
  public String displayName() {
    return "NumPy archive";
  }

  @Override
  public List<String> endings() {
    return List.of(".npz");
  }

  @Override
  public boolean keepsMetadata() {
    return true;
  }

  @Override
  public VectorRead read(FileBytes bytes, ReadOptions options) {
    FileBytes file = bytes.as(displayName());
    if (!ZipArchive.looksLikeOne(file)) {
      throw file.broken("it does not begin as a ZIP archive does");
    }
    ZipArchive zip = ZipArchive.open(file);
    DirectionCollector collector = new DirectionCollector(this, file);
    VectorMetadata metadata = VectorMetadata.EMPTY;
    for (String name : zip.names()) {
      if (name.equals(METADATA)) {
        metadata = metadata(NpyArray.read(zip.read(name), "its metadata"), file);
        continue;
      }
      int layer =
          name.endsWith(ARRAY)
              ? DirectionNames.layer(name.substring(0, name.length() - ARRAY.length()))
              : -1;
      if (layer < 0) {
        throw file.refused(
            Texts.of(
                "it has an entry %s where only direction.<layer>.npy is expected",
                FileBytes.quote(name)));
      }
      addDirection(collector, layer, NpyArray.read(zip.read(name), name), file);
    }
    return collector.build(options.name(), metadata);
  }

  private static void addDirection(
      DirectionCollector collector, int layer, NpyArray array, FileBytes file) {
    String what = "direction." + layer;
    if (array.shape().size() != 1) {
      throw file.refused(
          Texts.of("%s has %d dimensions where one is expected", what, array.shape().size()));
    }
    collector.add(layer, NpyVectorFormat.floatType(array, file, what), array.data());
  }

  private static VectorMetadata metadata(NpyArray array, FileBytes file) {
    if (array.type().charAt(1) != 'U' || !array.shape().isEmpty()) {
      throw file.refused("its metadata is no text");
    }
    return MetadataJson.read(array.text(), file);
  }

  @Override
  public void write(SteeringVector vector, WriteOptions options, Path file) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    vector
        .directions()
        .forEach(
            (layer, direction) ->
                entries.put(DirectionNames.of(layer) + ARRAY, NpyWriter.vector(direction)));
    if (!vector.metadata().entries().isEmpty()) {
      entries.put(METADATA, NpyWriter.text(MetadataJson.write(vector.metadata())));
    }
    StoredZip.write(file, entries);
  }
}
