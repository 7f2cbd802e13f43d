package org.densesteer.model.decoder;

import ai.djl.pytorch.jni.IValue;
import java.util.List;
import java.util.Optional;
import org.densesteer.common.FaultException;
import org.densesteer.model.Precision;
import org.densesteer.model.torch.Engines;
import org.densesteer.model.torch.ScalarType;
import org.densesteer.model.torch.TorchArchive;
import org.densesteer.model.torch.TorchProgram;

/**
 * What the decoder computes in, and why.
 *
 * @param bfloat16 brain floats rather than single-precision ones
 * @param packed whether this platform has the packed matrix product
 * @param small whether the checkpoint is so small that memory does not bound its speed
 * @param storage how the weights are held for decoding
 * @param reason one short sentence for the person
 */
public record Arithmetic(
    boolean bfloat16, boolean packed, boolean small, Storage storage, String reason) {

  /**
   * Checkpoints smaller than this gain nothing from shorter weights: their speed is not memory's.
   */
  private static final long SMALL_BYTES = 64L << 20;

  private static final String BY_HAND = "Chosen by hand.";

  private static final String PROBE =
      """
      class Probe(Module):
        __parameters__ = []
        __buffers__ = []
        training : bool
        _is_full_backward_hook : Optional[bool]
        def bfloat16(self: __torch__.Probe) -> bool:
          return ops.mkldnn._is_mkldnn_bf16_supported()
      """;

  /** What libtorch and the processor have. */
  enum Platform {
    /** No packed matrix product. */
    PLAIN,
    /** A packed product of float32 only: oneDNN takes bfloat16 from AVX-512 on. */
    PACKED,
    /** Both. */
    PACKED_BFLOAT16
  }

  private static final class Probed {
    static final Platform PLATFORM = probe();

    /** An operator that libtorch lacks makes the loading fail, so a tiny program tells. */
    private static Platform probe() {
      try (TorchProgram program = TorchProgram.load(new TorchArchive("Probe", PROBE, List.of()));
          IValue answer = program.call("bfloat16").run()) {
        return answer.toBoolean() ? Platform.PACKED_BFLOAT16 : Platform.PACKED;
      } catch (FaultException e) {
        return Platform.PLAIN;
      }
    }
  }

  /** Decides for a checkpoint of this many bytes. */
  public static Arithmetic choose(Precision wanted, long checkpointBytes) {
    // An engine that does not run is no platform without operators.
    Engines.prepare();
    return choose(wanted, checkpointBytes, Probed.PLATFORM);
  }

  static Arithmetic choose(Precision wanted, long checkpointBytes, Platform platform) {
    boolean small = checkpointBytes < SMALL_BYTES;
    boolean native16 = platform == Platform.PACKED_BFLOAT16;
    boolean fast = native16 && !small;
    boolean packed = platform != Platform.PLAIN;
    return switch (wanted) {
      case FLOAT32 -> new Arithmetic(false, packed, small, Storage.FULL, BY_HAND);
      case BFLOAT16 -> new Arithmetic(true, native16, small, Storage.FULL, BY_HAND);
      case INT8 -> new Arithmetic(fast, packed, small, int8(), BY_HAND);
      case INT4 -> new Arithmetic(fast, packed, small, Storage.INT4, BY_HAND);
      case AUTO -> new Arithmetic(fast, packed, small, Storage.FULL, reason(fast, small));
    };
  }

  private static Storage int8() {
    return IntegerProducts.usable() ? Storage.INT8_PLANES : Storage.INT8;
  }

  private static String reason(boolean bfloat16, boolean small) {
    if (small) {
      return "The model is small: shorter weights gain nothing.";
    }
    return bfloat16
        ? "This processor computes in bfloat16."
        : "This processor does not compute in bfloat16.";
  }

  /** What a person should know who chose this: one sentence, where there is one. */
  public Optional<String> note() {
    return bfloat16 && !packed
        ? Optional.of(
            "This processor does not compute in bfloat16, so it is imitated: float32 is faster.")
        : Optional.empty();
  }

  /**
   * Threads for one operation: all cores for a large checkpoint; one for a small one, whose
   * operations last microseconds and would only wait for each other.
   */
  public int threads() {
    return small ? 1 : Runtime.getRuntime().availableProcessors();
  }

  /**
   * Whether a row's numbers are the same to the last bit whatever the number of rows beside it, as
   * far as that was measured ({@code docs/decisions/0014-sweep-batches.md}).
   *
   * @param group query heads to a key
   */
  public boolean rowsIndependent(int group) {
    return packed && (bfloat16 || threads() == 1 || group >= 4);
  }

  /**
   * Threads of steps; fewer than all only where their number does not show in the last bits, as far
   * as that was measured ({@code docs/decisions/0014-sweep-batches.md}).
   */
  StepThreads stepThreads() {
    boolean same = packed && bfloat16 && (storage == Storage.FULL || threads() <= 2);
    return new StepThreads(threads(), same, new OtherPrograms());
  }

  /** {@code float32} or {@code bfloat16}, or what the weights are held in. */
  public String label() {
    String base = bfloat16 ? "bfloat16" : "float32";
    return storage.quantised() ? storage.label() + " (prompts " + base + ")" : base;
  }

  /**
   * Whether prompts are read with the packed weights too, so that no other copy is kept. Not for
   * small checkpoints, where a product compiled for each new length costs more than it saves, nor
   * for quantised weights, which are for decoding alone.
   */
  public boolean readsPacked() {
    return packed && !small && !storage.quantised();
  }

  /** Bytes that so many weights of matrix products take in the form that decoding reads. */
  public long packedBytes(long weights) {
    return switch (storage) {
      case FULL -> packed ? weights * (bfloat16 ? 2 : 4) : 0;
      case INT8, INT8_PLANES -> weights;
      case INT4 -> weights / 2 + weights / storage.group() * 2 * (bfloat16 ? 2 : 4);
    };
  }

  /** The element type of weights and caches. */
  ScalarType scalarType() {
    return bfloat16 ? ScalarType.BFLOAT16 : ScalarType.FLOAT32;
  }
}
