package org.densesteer.steering.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.densesteer.files.bytes.FileBytes;
import org.densesteer.files.numpy.NpyArray;
import org.densesteer.files.numpy.NpyWriter;
import org.densesteer.files.zip.StoredZip;
import org.densesteer.files.zip.ZipArchive;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.VectorMetadata;
import org.densesteer.steering.content.Unread;

/**
 * A ZIP of NumPy arrays: what is written are {@code direction.<layer>.npy} of shape [hidden], and
 * the metadata as a JSON text in {@code metadata.npy}.
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
    Map<String, Object> content = new LinkedHashMap<>();
    VectorMetadata metadata = VectorMetadata.EMPTY;
    for (String entry : zip.names()) {
      boolean array = entry.endsWith(ARRAY);
      String name = array ? entry.substring(0, entry.length() - ARRAY.length()) : entry;
      Object value =
          array
              ? NumPyArrays.content(NpyArray.read(zip.read(entry), name), file, name)
              : new Unread("an entry that is no array");
      if (entry.equals(METADATA) && value instanceof String json && json.startsWith("{")) {
        metadata = MetadataJson.read(json, file);
      } else {
        content.put(name, value);
      }
    }
    return FoundVectorReader.read(
        this, file, options, content, metadata.entries(), UnaryOperator.identity());
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
