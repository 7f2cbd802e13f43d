package org.densesteer.steering.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.densesteer.common.FaultException;
import org.densesteer.common.Texts;
import org.densesteer.files.bytes.FileBytes;
import org.densesteer.files.numpy.NpyArray;
import org.densesteer.files.numpy.NpyWriter;
import org.densesteer.files.safetensors.Dtype;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.VectorMetadata;

/** One NumPy array of shape [layers, hidden], from decoder block 0 on without gaps. */
public final class NpyVectorFormat implements VectorFormat {

  @Override
  public String id() {
    return "npy";
  }

  @Override
  public String displayName() {
    return "NumPy array";
  }

  @Override
  public List<String> endings() {
    return List.of(".npy");
  }

  @Override
  public boolean keepsMetadata() {
    return false;
  }

  @Override
  public VectorRead read(FileBytes bytes, ReadOptions options) {
    FileBytes file = bytes.as(displayName());
    NpyArray array = NpyArray.read(file, "the array");
    if (array.shape().size() != 2) {
      throw file.refused(
          Texts.of(
              "it has %d dimensions where two, layers and hidden size, are expected",
              array.shape().size()));
    }
    Dtype dtype = floatType(array, file, "the array");
    int layers = array.shape().get(0);
    int width = array.shape().get(1);
    DirectionCollector collector = new DirectionCollector(this, file);
    for (int layer = 0; layer < layers; layer++) {
      collector.reserve(layer, width);
      collector.add(layer, dtype, row(array, layer, dtype.bytes()));
    }
    return collector.build(options.name(), VectorMetadata.EMPTY);
  }

  /** The type of an array that must hold floats. */
  static Dtype floatType(NpyArray array, FileBytes file, String what) {
    return switch (array.type().substring(1)) {
      case "f2" -> Dtype.F16;
      case "f4" -> Dtype.F32;
      case "f8" -> Dtype.F64;
      default -> throw file.refused(what + " holds text where floats are expected");
    };
  }

  private static ByteBuffer row(NpyArray array, int row, int itemBytes) {
    int rows = array.shape().get(0);
    int columns = array.shape().get(1);
    if (!array.columnMajor()) {
      return array
          .data()
          .slice(row * columns * itemBytes, columns * itemBytes)
          .order(ByteOrder.LITTLE_ENDIAN);
    }
    ByteBuffer gathered = ByteBuffer.allocate(columns * itemBytes).order(ByteOrder.LITTLE_ENDIAN);
    for (int column = 0; column < columns; column++) {
      gathered.put(array.data().slice((column * rows + row) * itemBytes, itemBytes));
    }
    return gathered.flip();
  }

  @Override
  public void write(SteeringVector vector, WriteOptions options, Path file) throws IOException {
    int layers = vector.directions().size();
    if (vector.directions().lastKey() != layers - 1) {
      throw new FaultException(
          "A .npy file holds all layers from 0 on without gaps, and the vector has only layers "
              + vector.directions().keySet()
              + "; choose .npz.");
    }
    Files.write(file, NpyWriter.matrix(vector.directions().values(), vector.hiddenSize()));
  }
}
