package org.densesteer.generation.batch;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.densesteer.generation.Answer;
import org.densesteer.generation.Prompt;

/**
 * An answer of a batch with the prompt that it answers.
 *
 * @param index its place in the request
 */
record PromptedAnswer(int index, Prompt prompt, Answer answer) {

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
