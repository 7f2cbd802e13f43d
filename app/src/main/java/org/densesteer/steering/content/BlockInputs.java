package org.densesteer.steering.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.densesteer.common.FaultException;
import org.densesteer.common.Texts;
import org.densesteer.files.bytes.FileBytes;

/** Directions made for the input of a decoder block, which is the output of the block before. */
final class BlockInputs {

  private final FileBytes file;
  private final List<String> notes = new ArrayList<>();
  private final SortedMap<Long, String> hooks = new TreeMap<>();

  BlockInputs(FileBytes file) {
    this.file = file;
  }

  /** The directions but that for the embeddings, where there are others. */
  List<Leaf> withoutEmbeddings(List<Leaf> leaves) {
    List<Leaf> rest = leaves.stream().filter(leaf -> !isForEmbeddings(leaf)).toList();
    if (rest.isEmpty() || rest.size() == leaves.size()) {
      return leaves;
    }
    notes.add(
        "The direction for the input of block 0, the embeddings, is left out: they are not steered"
            + " here.");
    return rest;
  }

  private static boolean isForEmbeddings(Leaf leaf) {
    Surroundings around = leaf.around();
    Optional<Long> said = around.hookLayer().or(() -> Optional.ofNullable(around.layer()));
    return leaf.hook() == Hook.INPUT
        && leaf.knowsLayer()
        && leaf.pathLayer().or(() -> said).equals(Optional.of(0L));
  }

  /**
   * The block whose output is where a direction of this layer belongs.
   *
   * @throws FaultException for the embeddings
   */
  long atOutput(Leaf leaf, long layer) {
    if (leaf.hook() != Hook.INPUT) {
      return layer;
    }
    if (layer == 0) {
      throw file.refused(
          "its vector is for the input of block 0, the embeddings, which are not steered here");
    }
    hooks.put(layer, FileBytes.quote(leaf.hookName()));
    return layer - 1;
  }

  /** Complete sentences about what {@link #atOutput} moved and what was left out. */
  List<String> notes() {
    List<String> all = new ArrayList<>(notes);
    if (hooks.size() == 1) {
      hooks.forEach(
          (layer, hook) ->
              all.add(
                  Texts.of(
                      "The vector was made for the input of decoder block %d (%s), which is the"
                          + " output of block %d: that is its layer here.",
                      layer, hook, layer - 1)));
    } else if (!hooks.isEmpty()) {
      all.add(
          Texts.of(
              "The vector was made for the inputs of %d decoder blocks (%s to %s), each the output of"
                  + " the block before: that is its layer here.",
              hooks.size(), hooks.get(hooks.firstKey()), hooks.get(hooks.lastKey())));
    }
    return all;
  }
}
