package org.densesteer.extraction;

import java.util.List;
import java.util.Optional;

/**
 * Keeps what was read of each pair, so that an extraction that was cancelled goes on where it
 * stopped and a changed pair costs only itself.
 */
public interface DifferenceStore {

  /**
   * Everything that a pair's difference depends on.
   *
   * @param model fingerprint and precision of the model
   * @param reading where the hidden states are read
   * @param prompt ids of the prompt that both answers follow
   * @param sparse the sparse answer
   * @param dense the dense answer
   */
  record Key(String model, Reading reading, List<Integer> prompt, String sparse, String dense) {}

  /** A store that keeps nothing. */
  DifferenceStore NONE =
      new DifferenceStore() {
        @Override
        public Optional<float[][]> find(Key key) {
          return Optional.empty();
        }

        @Override
        public void keep(Key key, float[][] difference) {}
      };

  /**
   * The hidden states of the dense answer minus those of the sparse one, {@code [layers][hidden]}.
   */
  Optional<float[][]> find(Key key);

  /** Keeps a pair's difference; the array is not changed afterwards. */
  void keep(Key key, float[][] difference);
}
