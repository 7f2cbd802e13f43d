package org.densesteer.model.decoder;

import ai.djl.pytorch.jni.IValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.densesteer.model.torch.TorchProgram;

/** Reads prompts once more, steered, from the block on at whose output steering begins. */
final class SteeredReader {

  private final TorchProgram program;
  private final BlockPasses passes;
  private final PromptReader prompts;
  private final BiFunction<Integer, Integer, KvCache> caches;
  private final int layers;
  private final boolean together;

  /**
   * Readings with a program.
   *
   * @param caches makes caches, by rows and positions
   * @param together whether rows may share products: in bfloat16, where those of a row have the
   *     same bits whatever is computed beside it, as they have not in float32
   */
  SteeredReader(
      TorchProgram program,
      BlockPasses passes,
      PromptReader prompts,
      BiFunction<Integer, Integer, KvCache> caches,
      boolean together) {
    this.program = program;
    this.passes = passes;
    this.prompts = prompts;
    this.caches = caches;
    layers = passes.layers();
    this.together = together;
  }

  /** Copies an unsteered prompt's keys and values of the first blocks into a row. */
  void place(PromptStates prompt, KvCache cache, int row, int at, int blocks) {
    program
        .call("place")
        .value(cache.tensors())
        .integer(row)
        .integer(1)
        .integer(at)
        .value(prompt.cache().tensors())
        .integer(prompt.length())
        .integer(blocks)
        .runVoid();
  }

  /** As {@link Decoder#rereadSteered} says. */
  StepResult alone(
      PromptStates prompt, Sites sites, KvCache cache, int row, int at, PromptWatch watch) {
    int below = below(prompt, sites);
    place(prompt, cache, row, at, below + 1);
    return prompts.readSteered(prompt, below, sites, cache, row, at, watch);
  }

  private int below(PromptStates prompt, Sites sites) {
    return prompt.kept().upTo(sites.firstLayer(layers - 1));
  }

  private boolean joins(PromptStates prompt, Sites sites) {
    int layer = sites.firstLayer(-1);
    return layer >= 0
        && layer < layers - 1
        && layer == sites.lastLayer(-1)
        && layer == below(prompt, sites);
  }

  /**
   * Readings of one prompt for several rows. Those that are steered behind one block only go
   * through the blocks together: each joins the others where it is steered, so that they share the
   * reads of the weights and the effort of a call. Each has the bits that it has alone.
   *
   * @param sites those of each row
   * @param rows where each goes in the cache
   * @param at the position in the cache where all of them begin
   */
  List<StepResult> together(
      PromptStates prompt,
      List<Sites> sites,
      KvCache cache,
      int[] rows,
      int at,
      PromptWatch watch) {
    StepResult[] results = new StepResult[rows.length];
    int most = together ? PromptReader.PIECE / prompt.length() : 1;
    List<Integer> joining = new ArrayList<>();
    try {
      for (int i = 0; i < rows.length; i++) {
        if (most > 1 && joins(prompt, sites.get(i))) {
          joining.add(i);
        } else {
          results[i] = alone(prompt, sites.get(i), cache, rows[i], at, watch);
        }
      }
      joining.sort(Comparator.comparingInt(i -> sites.get(i).firstLayer(-1)));
      for (int from = 0; from < joining.size(); from += most) {
        List<Integer> group = joining.subList(from, Math.min(from + most, joining.size()));
        if (group.size() == 1) {
          int only = group.get(0);
          results[only] = alone(prompt, sites.get(only), cache, rows[only], at, watch);
          continue;
        }
        List<StepResult> read = group(prompt, group, sites, cache, rows, at, watch);
        for (int i = 0; i < read.size(); i++) {
          results[group.get(i)] = read.get(i);
        }
      }
      return List.of(results);
    } catch (RuntimeException e) {
      Stream.of(results).filter(Objects::nonNull).forEach(StepResult::close);
      throw e;
    }
  }

  /**
   * Readings that go through the blocks together.
   *
   * @param group which of the rows, by ascending layers; no more positions than those of a piece
   */
  private List<StepResult> group(
      PromptStates prompt,
      List<Integer> group,
      List<Sites> sites,
      KvCache cache,
      int[] rows,
      int at,
      PromptWatch watch) {
    int length = prompt.length();
    Runnable between = () -> watch.read(0, length);
    List<float[][]> reports = new ArrayList<>();
    IValue hidden = null;
    try (KvCache own = caches.apply(group.size(), length);
        Sites none = new Sites(program.manager(), List.of(), 0)) {
      BlockPasses.Place place = new BlockPasses.Place(own, 0, 0, 0);
      int done = -1;
      for (int i = 0; i < group.size(); i++) {
        Sites here = sites.get(group.get(i));
        int layer = here.firstLayer(-1);
        if (hidden != null && layer > done) {
          hidden = through(hidden, i * length, done, layer, place, none, between);
        }
        done = layer;
        BlockPasses.Passed steered =
            passes.pass(
                prompts.outputs(prompt, layer, 0),
                layer,
                layer,
                place,
                here,
                BlockPasses.Gathered.NOTHING,
                between);
        reports.add(steered.reports());
        hidden = hidden == null ? steered.hidden() : joined(hidden, steered.hidden());
      }
      hidden =
          through(
              Objects.requireNonNull(hidden),
              group.size() * length,
              done,
              layers - 1,
              place,
              none,
              between);
      for (int i = 0; i < group.size(); i++) {
        int first = sites.get(group.get(i)).firstLayer(-1) + 1;
        place(prompt, cache, rows[group.get(i)], at, first);
        take(own, i, cache, rows[group.get(i)], at, length, first);
      }
      watch.read(length, length);
      return results(hidden, group.stream().map(sites::get).toList(), reports);
    } finally {
      if (hidden != null) {
        hidden.close();
      }
    }
  }

  private IValue through(
      IValue hidden,
      int positions,
      int after,
      int end,
      BlockPasses.Place place,
      Sites none,
      Runnable between) {
    return passes
        .pass(
            new BlockPasses.Input(hidden, positions),
            after,
            end,
            place,
            none,
            BlockPasses.Gathered.end(true),
            between)
        .hidden();
  }

  private IValue joined(IValue above, IValue below) {
    try (above;
        below) {
      return program.call("joined").value(above).value(below).run();
    }
  }

  private void take(
      KvCache from, int fromRow, KvCache cache, int row, int at, int length, int first) {
    program
        .call("placeRow")
        .value(cache.tensors())
        .integer(row)
        .integer(at)
        .value(from.tensors())
        .integer(fromRow)
        .integer(length)
        .integer(first)
        .runVoid();
  }

  private List<StepResult> results(IValue hidden, List<Sites> sites, List<float[][]> reports) {
    try (Logits all = prompts.lastLogits(hidden)) {
      List<Logits> logits = all.split();
      return IntStream.range(0, sites.size())
          .mapToObj(
              i -> new StepResult(logits.get(i), SiteReport.of(reports.get(i), sites.get(i), 1)))
          .toList();
    }
  }
}
