package org.densesteer.model.decoder;

import ai.djl.pytorch.jni.IValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
      return Values.tuple(sites.addTo(call).flag(keep).run());
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
      reports.add(
          new SiteReport(
              sites.list().get(i).layer(),
              Arrays.copyOf(values[i], rows),
              Arrays.copyOfRange(values[i], rows, 2 * rows)));
    }
    return reports;
  }
}
