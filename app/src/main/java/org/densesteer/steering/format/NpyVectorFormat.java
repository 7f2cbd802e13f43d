package org.densesteer.steering.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.densesteer.common.FaultException;
import org.densesteer.files.bytes.FileBytes;
import org.densesteer.files.numpy.NpyArray;
import org.densesteer.files.numpy.NpyWriter;
import org.densesteer.steering.SteeringVector;

/**
 * One NumPy array: of shape [layers, hidden], from decoder block 0 on without gaps, as it is
 * written, or a single direction.
 */
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
    Object content = NumPyArrays.content(array, file, "the array");
    return FoundVectorReader.read(this, file, options, content, Map.of(), UnaryOperator.identity());
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
