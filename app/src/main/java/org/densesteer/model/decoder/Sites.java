package org.densesteer.model.decoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDManager;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.densesteer.model.torch.TorchCall;

/** Sites in the engine's memory, ready for any number of calls of the same rows and positions. */
public final class Sites implements AutoCloseable {

  private final NDManager scope;
  private final List<Site> sites;
  private final List<NDArray> vectors = new ArrayList<>();
  private final List<NDArray> strengths = new ArrayList<>();

  Sites(PtNDManager manager, List<Site> unordered, int hiddenSize) {
    scope = manager.newSubManager();
    sites = unordered.stream().sorted(Comparator.comparingInt(Site::layer)).toList();
    for (Site site : sites) {
      int rows = site.strengths().length;
      int positions = rows == 0 ? 0 : site.strengths()[0].length;
      vectors.add(scope.create(flat(site.directions(), hiddenSize), new Shape(rows, hiddenSize)));
      strengths.add(scope.create(flat(site.strengths(), positions), new Shape(rows, positions)));
    }
  }

  private static float[] flat(float[][] rows, int width) {
    float[] out = new float[rows.length * width];
    for (int row = 0; row < rows.length; row++) {
      if (rows[row] != null) {
        System.arraycopy(rows[row], 0, out, row * width, width);
      }
    }
    return out;
  }

  /** The sites in the order of their layers, which is the order of the reports. */
  public List<Site> list() {
    return sites;
  }

  /** Lowest layer that is changed, or {@code otherwise} when none is. */
  int firstLayer(int otherwise) {
    return sites.isEmpty() ? otherwise : sites.get(0).layer();
  }

  /** Highest layer that is changed, or {@code otherwise} when none is. */
  int lastLayer(int otherwise) {
    return sites.isEmpty() ? otherwise : sites.get(sites.size() - 1).layer();
  }

  TorchCall addTo(TorchCall call) {
    return call.integers(sites.stream().mapToInt(Site::layer).toArray())
        .integers(sites.stream().mapToInt(Site::operator).toArray())
        .tensors(vectors)
        .tensors(strengths);
  }

  @Override
  public void close() {
    scope.close();
  }
}
