package org.densesteer.model.decoder;

import ai.djl.pytorch.jni.IValue;
import java.util.List;
import org.densesteer.common.FaultException;
import org.densesteer.model.Precision;
import org.densesteer.model.torch.TorchArchive;
import org.densesteer.model.torch.TorchProgram;

/**
 * What the decoder computes in, and why.
 *
 * @param bfloat16 brain floats rather than single-precision ones
 * @param packed whether this platform has the packed matrix product
 * @param reason one short sentence for the person
 */
public record Arithmetic(boolean bfloat16, boolean packed, String reason) {

  /**
   * Checkpoints smaller than this gain nothing from shorter weights: their speed is not memory's.
   */
  private static final long SMALL_BYTES = 64L << 20;

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

  private enum Platform {
    PLAIN,
    PACKED,
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
    Platform platform = Probed.PLATFORM;
    boolean packed = platform != Platform.PLAIN;
    return switch (wanted) {
      case FLOAT32 -> new Arithmetic(false, packed, "Chosen by hand.");
      case BFLOAT16 -> new Arithmetic(true, packed, "Chosen by hand.");
      case AUTO -> {
        if (checkpointBytes < SMALL_BYTES) {
          yield new Arithmetic(false, packed, "The model is small: shorter weights gain nothing.");
        }
        yield platform == Platform.PACKED_BFLOAT16
            ? new Arithmetic(true, true, "This processor computes in bfloat16.")
            : new Arithmetic(false, packed, "This processor does not compute in bfloat16.");
      }
    };
  }

  /**
   * Threads for one operation: all cores for a large checkpoint; one for a small one, whose
   * operations last microseconds and would only wait for each other.
   */
  static int threads(long checkpointBytes) {
    return checkpointBytes < SMALL_BYTES ? 1 : Runtime.getRuntime().availableProcessors();
  }

  /** {@code float32} or {@code bfloat16}. */
  public String label() {
    return bfloat16 ? "bfloat16" : "float32";
  }

  /** libtorch's number for the element type. */
  int scalarType() {
    return bfloat16 ? ScalarType.BFLOAT16 : ScalarType.FLOAT32;
  }
}
