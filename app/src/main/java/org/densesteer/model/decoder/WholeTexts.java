package org.densesteer.model.decoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.IValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.densesteer.model.torch.TorchProgram;
import org.densesteer.model.torch.Values;

/** What a decoder says of texts that are there already: nothing is generated, no cache is kept. */
final class WholeTexts {

  private final TorchProgram program;
  private final DecoderCalls calls;
  private final int hiddenSize;

  WholeTexts(TorchProgram program, DecoderCalls calls, int hiddenSize) {
    this.program = program;
    this.calls = calls;
    this.hiddenSize = hiddenSize;
  }

  /** Logits at every position of one text. */
  Logits logits(PaddedTexts text, Sites sites) {
    try (IValue hidden = calls.hidden(text.ids(), 1, sites)) {
      return Logits.of(program.call("allLogits").value(hidden).run(), program.manager());
    }
  }

  /** −ln p in nats of every token of each text but its first. */
  List<double[]> nll(List<int[]> texts, PaddedTexts padded, Sites sites) {
    try (IValue hidden = calls.hidden(padded.ids(), texts.size(), sites)) {
      int[] targets = Arrays.copyOfRange(padded.ids(), 1, padded.ids().length + 1);
      float[] values =
          Values.floats(
              program.call("nll").value(hidden).integers(targets).run(), program.manager());
      List<double[]> out = new ArrayList<>(texts.size());
      for (int text = 0; text < texts.size(); text++) {
        double[] nll = new double[texts.get(text).length - 1];
        for (int i = 0; i < nll.length; i++) {
          nll[i] = values[text * padded.width() + i];
        }
        out.add(nll);
      }
      return out;
    }
  }

  /** Weighted sums over positions of every block's output, {@code [layers][texts][hidden]}. */
  float[][][] pooledOutputs(List<int[]> texts, PaddedTexts padded, List<float[]> weights) {
    float[] flat = new float[padded.ids().length];
    for (int text = 0; text < texts.size(); text++) {
      float[] row = weights.get(text);
      System.arraycopy(row, 0, flat, text * padded.width(), row.length);
    }
    try (NDManager scope = program.manager().newSubManager();
        Sites none = new Sites(program.manager(), List.of(), hiddenSize)) {
      NDArray array = scope.create(flat, new Shape(texts.size(), padded.width()));
      float[][] byLayer = calls.pooled(padded.ids(), texts.size(), array, none);
      float[][][] out = new float[byLayer.length][texts.size()][];
      for (int layer = 0; layer < out.length; layer++) {
        for (int text = 0; text < texts.size(); text++) {
          out[layer][text] =
              Arrays.copyOfRange(byLayer[layer], text * hiddenSize, (text + 1) * hiddenSize);
        }
      }
      return out;
    }
  }
}
