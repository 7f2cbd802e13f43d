package org.densesteer.samplemaker;

import java.util.ArrayList;
import java.util.List;
import org.densesteer.chat.ChatFrame;
import org.densesteer.common.Cancellation;
import org.densesteer.common.Futures;
import org.densesteer.common.Progress;
import org.densesteer.common.Texts;
import org.densesteer.generation.Arm;
import org.densesteer.generation.GenerationRequest;
import org.densesteer.generation.ModelSession;
import org.densesteer.generation.RunControl;
import org.densesteer.generation.RunListener;
import org.densesteer.generation.Sampling;
import org.densesteer.generation.Trace;

/** Lets the sample model answer problems greedily, several arms in lock step. */
final class GreedyAnswers {

  static final int MAX_NEW_TOKENS = 160;

  private final ModelSession session;

  GreedyAnswers(ModelSession session) {
    this.session = session;
  }

  /** For every problem the traces of all arms, in their order. */
  List<List<Trace>> to(
      List<WordProblem> problems, List<Arm> arms, Progress progress, Cancellation cancellation) {
    List<List<Trace>> answers = new ArrayList<>();
    for (WordProblem problem : problems) {
      cancellation.check();
      progress.update(
          Texts.of("Answering problem %d of %d", answers.size() + 1, problems.size()),
          (double) answers.size() / problems.size());
      answers.add(to(problem, arms));
    }
    return answers;
  }

  List<Trace> to(WordProblem problem, List<Arm> arms) {
    GenerationRequest request =
        new GenerationRequest(
            session.chatPrompt(ChatFrame.PLAIN, problem.question()),
            arms,
            Sampling.GREEDY,
            MAX_NEW_TOKENS,
            false);
    return Futures.join(session.run(request, RunListener.NONE, new RunControl()));
  }
}
