package org.densesteer.model.decoder;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.jni.IValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.densesteer.model.torch.TorchCall;
import org.densesteer.model.torch.TorchProgram;
import org.densesteer.model.torch.Values;
import org.jspecify.annotations.Nullable;

/** The calls of the decoder's program that several of its jobs share. */
final class DecoderCalls {

  private final TorchProgram program;
  private final int layers;

  DecoderCalls(TorchProgram program, int layers) {
    this.program = program;
    this.layers = layers;
  }

  /** Embeddings of some ids, {@code [rows, positions, hidden]}. */
  IValue embed(int[] ids, int rows) {
    return program.call("embed").integers(ids).integer(rows).run();
  }

  /** Hidden states after the last block of whole texts, one a row, that no cache keeps. */
  IValue hidden(int[] ids, int rows, Sites sites) {
    IValue[] parts = pass(embed(ids, rows), -1, null, 0, 0, 0, sites, false);
    parts[1].close();
    parts[2].close();
    return parts[0];
  }

  /**
   * Weighted sums over positions of every unsteered block's output, {@code [layers][rows ×
   * hidden]}.
   *
   * @param weights {@code [rows, positions]}
   */
  float[][] pooled(int[] ids, int rows, NDArray weights, Sites none) {
    try (IValue embedded = embed(ids, rows)) {
      TorchCall call =
          program
              .call("read")
              .value(embedded)
              .integer(-1)
              .integer(layers - 1L)
              .tensors(List.of())
              .integer(0)
              .integer(0)
              .integer(0);
      IValue[] parts = Values.tuple(none.addTo(call).flag(false).tensors(List.of(weights)).run());
      parts[0].close();
      parts[2].close();
      return Values.floatLists(parts[1], program.manager());
    }
  }

  /** Hidden states after the last block, kept outputs, reports; closes {@code hidden}. */
  IValue[] pass(
      IValue hidden,
      int after,
      @Nullable KvCache cache,
      int row,
      int start,
      int at,
      Sites sites,
      boolean keep) {
    try (hidden) {
      var call = program.call("read").value(hidden).integer(after).integer(layers - 1L);
      call = cache == null ? call.tensors(List.of()) : call.value(cache.tensors());
      call.integer(row).integer(start).integer(at);
      return Values.tuple(sites.addTo(call).flag(keep).tensors(List.of()).run());
    }
  }

  /** Two lists of block outputs, one behind the other; closes both. */
  IValue joined(@Nullable IValue first, IValue second) {
    if (first == null) {
      return second;
    }
    try (first;
        second) {
      return program.call("joined").value(first).value(second).run();
    }
  }

  /** Mean norm over all positions of every block's output. */
  double[] norms(IValue outputs) {
    float[] values = Values.floats(program.call("norms").value(outputs).run(), program.manager());
    double[] norms = new double[values.length];
    for (int i = 0; i < norms.length; i++) {
      norms[i] = values[i];
    }
    return norms;
  }

  /** What each site did; closes {@code list}. */
  List<SiteReport> reports(IValue list, Sites sites, int rows) {
    float[][] values = Values.floatLists(list, program.manager());
    List<SiteReport> reports = new ArrayList<>(values.length);
    for (int i = 0; i < values.length; i++) {
      Site site = sites.list().get(i);
      float[] alignment = Arrays.copyOfRange(values[i], rows, 2 * rows);
      for (int row = 0; row < rows; row++) {
        if (site.directions()[row] == null) {
          alignment[row] = Float.NaN;
        }
      }
      reports.add(new SiteReport(site.layer(), Arrays.copyOf(values[i], rows), alignment));
    }
    return reports;
  }
}
