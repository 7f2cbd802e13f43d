package org.densesteer.model.decoder;

import ai.djl.pytorch.jni.IValue;
import java.util.List;
import org.densesteer.common.FaultException;
import org.densesteer.model.torch.TorchArchive;
import org.densesteer.model.torch.TorchProgram;

/**
 * Whether this machine multiplies 8-bit integers exactly and fast. Processors without such an
 * instruction add pairs of products in 16 bits, where the largest overflow, or take a path that is
 * slower than floats; only a try tells.
 */
final class IntegerProducts {

  private static final int ROUNDS = 20;

  private static final int MARGIN = 4;

  private static final String PROBE =
      """
      class IntegerProbe(Module):
        __parameters__ = []
        __buffers__ = []
        training : bool
        _is_full_backward_hook : Optional[bool]
        w : List[Tensor]
        def pack(self: __torch__.IntegerProbe) -> int:
          t = torch.full([1024, 1024], 127, dtype=1)
          self.w.append(ops.onednn.qlinear_prepack(t, [4, 1024]))
          self.w.append(t.float())
          return len(self.w)
        def integers(self: __torch__.IntegerProbe) -> bool:
          x = torch.full([4, 1024], 255, dtype=0)
          s = torch.ones([1024])
          z = torch.zeros([1], dtype=3)
          y = ops.onednn.qlinear_pointwise(x, 1., 128, self.w[0], s, z, None, 1., 0, 6, "none", [], "")
          return bool(torch.all(torch.eq(y, 127. * 127. * 1024.)))
        def floats(self: __torch__.IntegerProbe) -> bool:
          y = torch.linear(torch.full([4, 1024], 127.), self.w[1], None)
          return bool(torch.all(torch.eq(y, 127. * 127. * 1024.)))
      """;

  private static final class Tried {
    static final boolean USABLE = tryOut();
  }

  private IntegerProducts() {}

  /** Tried once in a process, on the calling thread, which is to be the decoder's. */
  static boolean usable() {
    return Tried.USABLE;
  }

  private static boolean tryOut() {
    try (TorchProgram program =
        TorchProgram.load(new TorchArchive("IntegerProbe", PROBE, List.of("w")))) {
      program.call("pack").runVoid();
      return call(program, "integers") && fast(program);
    } catch (FaultException e) {
      return false;
    }
  }

  /**
   * Whether integers are not far slower than floats, by the shortest of their times. Without an
   * instruction for them they are slower by far; what a busy machine makes of times must not
   * decide, because the two ways round differently.
   */
  private static boolean fast(TorchProgram program) {
    long integers = Long.MAX_VALUE;
    long floats = Long.MAX_VALUE;
    for (int i = 0; i < ROUNDS; i++) {
      integers = Math.min(integers, time(program, "integers"));
      floats = Math.min(floats, time(program, "floats"));
    }
    return integers < MARGIN * floats;
  }

  /** In nanoseconds. */
  private static long time(TorchProgram program, String method) {
    long begin = System.nanoTime();
    call(program, method);
    return System.nanoTime() - begin;
  }

  private static boolean call(TorchProgram program, String method) {
    try (IValue answer = program.call(method).run()) {
      return answer.toBoolean();
    }
  }
}
