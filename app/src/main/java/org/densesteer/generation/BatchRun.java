package org.densesteer.generation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.densesteer.common.Cancellation;
import org.densesteer.common.FaultException;
import org.densesteer.model.Tokenizer;
import org.densesteer.model.decoder.Decoder;
import org.densesteer.model.decoder.KvCache;
import org.densesteer.model.decoder.Logits;
import org.densesteer.model.decoder.PromptStates;
import org.densesteer.model.decoder.Sites;
import org.densesteer.model.decoder.StepResult;
import org.densesteer.steering.Steering;

/**
 * A batch of rows with prompts of different length. Prompts end at the same position of the cache
 * and begin where their length puts them, so one step serves all rows; a mask hides what lies
 * before a row's beginning. Finished rows leave the batch.
 */
final class BatchRun {

  private final Decoder decoder;
  private final Tokenizer tokenizer;
  private final BatchRequest request;
  private final BatchRequest.Listener listener;
  private final Cancellation cancellation;
  private List<BatchAnswer> rows = new ArrayList<>();

  BatchRun(
      Decoder decoder,
      Tokenizer tokenizer,
      BatchRequest request,
      BatchRequest.Listener listener,
      Cancellation cancellation) {
    this.decoder = decoder;
    this.tokenizer = tokenizer;
    this.request = request;
    this.listener = listener;
    this.cancellation = cancellation;
    request.rows().forEach(r -> r.steerings().forEach(s -> SteeringCheck.against(decoder, s)));
  }

  void run() {
    int longest =
        request.rows().stream().mapToInt(r -> r.prompt().tokenIds().length).max().orElse(0);
    int room = decoder.checkpoint().config().maxPositions() - longest;
    if (room < 1) {
      throw new FaultException(
          "A prompt has %d tokens, which leaves the model no room to answer.".formatted(longest));
    }
    int most = Math.min(request.maxNewTokens(), room);
    for (BatchRow row : request.rows()) {
      int start = longest - row.prompt().tokenIds().length;
      rows.add(new BatchAnswer(rows.size(), row, start, request.watches().get(), tokenizer));
    }
    KvCache cache = decoder.newCache(rows.size(), longest + most);
    generate(cache, readOrClose(cache), longest, most).close();
  }

  private Logits readOrClose(KvCache cache) {
    try {
      return readPrompts(cache);
    } catch (RuntimeException e) {
      cache.close();
      throw e;
    }
  }

  /** Reads every distinct prompt once, and steered readings of it from their layer on. */
  private Logits readPrompts(KvCache cache) {
    Map<List<Integer>, List<BatchAnswer>> byPrompt = new LinkedHashMap<>();
    for (BatchAnswer row : rows) {
      List<Integer> key = Arrays.stream(row.row.prompt().tokenIds()).boxed().toList();
      byPrompt.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
    }
    Logits[] parts = new Logits[rows.size()];
    try {
      for (List<BatchAnswer> same : byPrompt.values()) {
        cancellation.check();
        int[] ids = same.get(0).row.prompt().tokenIds();
        try (PromptStates prompt = decoder.read(ids, cancellation)) {
          for (BatchAnswer row : same) {
            parts[row.index] = place(prompt, cache, row);
          }
        }
      }
      return Logits.stack(List.of(parts));
    } finally {
      for (Logits part : parts) {
        if (part != null) {
          part.close();
        }
      }
    }
  }

  private Logits place(PromptStates prompt, KvCache cache, BatchAnswer row) {
    List<Steering> steerings =
        row.row.steerings().stream().filter(s -> s.active() && s.positions().prompt()).toList();
    if (steerings.isEmpty()) {
      decoder.place(prompt, cache, row.index, row.start);
      return Logits.stack(List.of(prompt.logits()));
    }
    try (Sites sites = decoder.sites(SiteBuilder.oneRow(steerings, prompt.length()))) {
      return decoder.rereadSteered(prompt, sites, cache, row.index, row.start).logits();
    }
  }

  /** Closes {@code first} and the caches it makes; returns the cache that is left. */
  private KvCache generate(KvCache whole, Logits first, int longest, int most) {
    KvCache cache = whole;
    Logits logits = first;
    try (RunSites sites = new RunSites(decoder)) {
      for (int at = longest; ; at++) {
        cancellation.check();
        int[] chosen = decoder.likeliest(logits);
        int[] left = take(chosen, most);
        if (left.length == 0) {
          return cache;
        }
        if (left.length < rows.size()) {
          cache = shrunk(cache, left);
        }
        int[] ids = Arrays.stream(left).map(i -> chosen[i]).toArray();
        int[] starts = rows.stream().mapToInt(r -> r.start).toArray();
        StepResult step = decoder.step(ids, cache, at, starts, sites.at(wanted(), rows.size()));
        logits.close();
        logits = step.logits();
      }
    } catch (RuntimeException e) {
      cache.close();
      throw e;
    } finally {
      logits.close();
    }
  }

  private KvCache shrunk(KvCache cache, int[] left) {
    rows = new ArrayList<>(Arrays.stream(left).mapToObj(rows::get).toList());
    try (cache) {
      return decoder.only(cache, left);
    }
  }

  private List<RowSteering> wanted() {
    List<RowSteering> wanted = new ArrayList<>();
    for (int slot = 0; slot < rows.size(); slot++) {
      BatchAnswer row = rows.get(slot);
      for (Steering steering : row.row.steerings()) {
        if (row.steersNext(steering)) {
          wanted.add(new RowSteering(slot, steering));
        }
      }
    }
    return wanted;
  }

  /** Gives every row its token, tells the answers that end; returns the slots that go on. */
  private int[] take(int[] chosen, int most) {
    Set<Integer> ends = decoder.checkpoint().endOfText();
    List<Integer> left = new ArrayList<>();
    for (int slot = 0; slot < rows.size(); slot++) {
      BatchAnswer row = rows.get(slot);
      StopReason reason =
          ends.contains(chosen[slot]) ? StopReason.END_OF_TEXT : row.append(chosen[slot], most);
      if (reason == null) {
        left.add(slot);
      } else {
        listener.onAnswer(row.index, scored(row, reason));
      }
    }
    return left.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Both NLL conventions under the unsteered model, in one pass. */
  private Trace scored(BatchAnswer row, StopReason reason) {
    int[] prompt = row.row.prompt().tokenIds();
    int[] response = row.ids();
    if (response.length == 0) {
      return row.trace(reason, new double[0], new double[0]);
    }
    int[] both = IntStream.concat(Arrays.stream(prompt), Arrays.stream(response)).toArray();
    try (Sites none = decoder.sites(List.of())) {
      List<double[]> nll = decoder.nll(List.of(both, response), none);
      double[] withPrompt = Arrays.copyOfRange(nll.get(0), prompt.length - 1, nll.get(0).length);
      return row.trace(reason, withPrompt, nll.get(1));
    }
  }
}
