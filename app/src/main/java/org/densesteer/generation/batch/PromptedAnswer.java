package org.densesteer.generation.batch;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.densesteer.generation.Answer;
import org.densesteer.generation.Prompt;
import org.densesteer.generation.Sampler;
import org.densesteer.model.decoder.Logits;
import org.densesteer.model.decoder.Observation;
import org.jspecify.annotations.Nullable;

/**
 * An answer of a batch with the prompt that it answers.
 *
 * @param index its place in the request
 * @param sampler chooses its tokens; null where the likeliest are taken
 * @param seen what was seen of its tokens; null where nothing is observed
 * @param twinned whether a lane beside its own reads its text unsteered
 */
record PromptedAnswer(
    int index,
    Prompt prompt,
    Answer answer,
    @Nullable Sampler sampler,
    @Nullable SeenTokens seen,
    boolean twinned) {

  /** Takes what was seen of its next token; nothing where nothing is observed. */
  void saw(Observation token) {
    if (seen != null) {
      seen.add(token);
      answer.saw(token);
    }
  }

  /** The answer's next token, from the logits of its row. */
  int choose(Logits logits, int row, int likeliest) {
    return sampler == null ? likeliest : sampler.choose(logits.row(row));
  }

  int[] promptIds() {
    return prompt.tokenIds();
  }

  /** The answer's tokens. */
  List<Integer> alone() {
    return Arrays.stream(answer.ids()).boxed().toList();
  }

  /** The tokens of prompt and answer; none when the answer has none. */
  List<Integer> whole() {
    return answer.size() == 0
        ? List.of()
        : IntStream.concat(Arrays.stream(promptIds()), Arrays.stream(answer.ids()))
            .boxed()
            .toList();
  }
}
