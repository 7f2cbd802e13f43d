package org.densesteer.model.decoder;

import java.util.List;
import org.densesteer.model.torch.TorchArchive;
import org.densesteer.model.torch.TorchProgram;

/**
 * Copies parts of key and value caches into caches of another size: a batch drops the rows that are
 * finished and the positions that nobody looks at any more. A program of its own, for one thread at
 * a time.
 */
public final class CacheMover implements AutoCloseable {

  private static final String TEXT =
      """
      class CacheMover(Module):
        __parameters__ = []
        __buffers__ = []
        training : bool
        _is_full_backward_hook : Optional[bool]
        def moved(self: __torch__.CacheMover, kv: List[Tensor], rows: List[int], begin: int, end: int, positions: int) -> List[Tensor]:
          wanted = torch.tensor(rows)
          out = annotate(List[Tensor], [])
          for old in kv:
            part = torch.index_select(torch.slice(old, 2, begin, end, 1), 0, wanted)
            new = torch.zeros([len(rows), old.size(1), positions, old.size(3)], dtype=old.dtype)
            torch.copy_(torch.slice(new, 2, 0, end - begin, 1), part)
            out.append(new)
          return out
      """;

  private final TorchProgram program =
      TorchProgram.load(new TorchArchive("CacheMover", TEXT, List.of()));

  /**
   * A cache of {@code positions} positions that begins with positions {@code begin} to {@code end}
   * of some rows of another; the other stays the caller's.
   *
   * @param rows rows of {@code cache}, in the order that they are to have
   * @param begin first position that is kept
   * @param end position behind the last that is kept
   * @param positions at least {@code end - begin}
   */
  public KvCache move(KvCache cache, int[] rows, int begin, int end, int positions) {
    return new KvCache(
        program
            .call("moved")
            .value(cache.tensors())
            .integers(rows)
            .integer(begin)
            .integer(end)
            .integer(positions)
            .run(),
        rows.length,
        positions);
  }

  @Override
  public void close() {
    program.close();
  }
}
