package org.densesteer.cli;

import java.util.List;
import org.densesteer.chat.ChatFrame;
import org.densesteer.evaluation.strip.StripQuestion;
import org.densesteer.generation.ModelSession;
import org.densesteer.metrics.answer.AnswerChecker;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** What a strip asks: one question, or the first problems of a file. */
final class StripQuestionOptions {

  @ArgGroup(exclusive = true, multiplicity = "1")
  private Source source = new Source();

  /** One of two. */
  static final class Source {

    @ArgGroup(exclusive = false)
    private @Nullable One one;

    @ArgGroup(exclusive = false)
    private @Nullable Several several;
  }

  /** A question. */
  static final class One {

    @Option(
        names = "--chat",
        required = true,
        paramLabel = "TEXT",
        description = "The question, put into the checkpoint's chat template.")
    private String question = "";

    @Option(
        names = "--gold",
        paramLabel = "ANSWER",
        description = "The right answer; says of each answer whether it is right.")
    private @Nullable String gold;
  }

  /** Problems. */
  static final class Several {

    @Option(
        names = "--problems",
        required = true,
        paramLabel = "FILE",
        description =
            "Problems as 'sweep' reads them, for means over several questions; 'sample' are the"
                + " sample model's.")
    private String problems = "";

    @Option(
        names = "--fields",
        paramLabel = "FIELDS",
        description = "Which fields are what, where they are not known; see 'sweep'.")
    private @Nullable String fields;

    @Option(
        names = "--leave-out-unmatchable",
        description = "Leave out problems whose answer no response can match.")
    private boolean leaveOut;

    @Option(names = "--limit", paramLabel = "N", description = "Only the first N problems.")
    private @Nullable Integer limit;
  }

  @Mixin private ChatFrameOptions chat = new ChatFrameOptions();

  /** The questions in words, without what a model makes of them. */
  List<Asked> read(CommandSpec command) {
    One one = source.one;
    Several several = source.several;
    if (several != null) {
      return new NamedProblems(several.problems, several.fields, several.leaveOut, several.limit)
          .read(command).problems().stream()
              .map(problem -> new Asked(problem.question(), problem.checker()))
              .toList();
    }
    if (one == null) {
      throw new IllegalStateException("neither a question nor problems");
    }
    return List.of(new Asked(one.question, GoldOption.checker(command, one.gold)));
  }

  /** A question and what checks its answers. */
  record Asked(String question, @Nullable AnswerChecker gold) {}

  /** Whether problems were asked for, so that means are wanted. */
  boolean several() {
    return source.several != null;
  }

  /** The questions in a model's tokens. */
  List<StripQuestion> questions(ModelSession session, List<Asked> asked) {
    ChatFrame frame = chat.frame();
    return asked.stream()
        .map(each -> new StripQuestion(session.chatPrompt(frame, each.question()), each.gold()))
        .toList();
  }
}
