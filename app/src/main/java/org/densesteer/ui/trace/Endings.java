package org.densesteer.ui.trace;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import org.densesteer.common.Texts;
import org.jspecify.annotations.Nullable;

/** How far an answer has come, or how it ended, in few words. */
final class Endings {

  private Endings() {}

  /**
   * The words for an arm; how far its prompt is read before it begins, and nothing where the model
   * ended a sound answer.
   */
  static ObservableValue<String> of(ArmViewModel arm) {
    return arm.stateProperty()
        .flatMap(
            state ->
                state == ArmState.EMPTY
                    ? arm.readingProperty().map(PromptProgress::words)
                    : arm.repeatsProperty()
                        .map(
                            repeats ->
                                words(
                                    state,
                                    repeats,
                                    arm.response().size(),
                                    arm.askedProperty().get())));
  }

  /**
   * The words.
   *
   * @param tokens how many were generated
   * @param asked what says whose limit it was; null where that is not known
   */
  static String words(ArmState state, boolean repeats, int tokens, @Nullable AskedArm asked) {
    List<String> words = new ArrayList<>();
    if (repeats) {
      words.add("repeats itself");
    }
    switch (state) {
      case EMPTY, COMPLETE -> {}
      case RUNNING -> words.add("writing…");
      case AT_LENGTH -> words.add(limit(tokens, asked));
      case STOPPED -> words.add("stopped");
    }
    return String.join(" · ", words);
  }

  private static String limit(int tokens, @Nullable AskedArm asked) {
    if (asked == null) {
      return "cut at the length limit";
    }
    return tokens >= asked.decoding().maxTokens()
        ? Texts.of("cut at your limit of %d tokens", asked.decoding().maxTokens())
        : Texts.of("cut at the model’s %d positions", asked.model().maxPositions());
  }
}
