package org.densesteer.ui.extract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.densesteer.chat.ChatFrame;
import org.densesteer.common.Cancellation;
import org.densesteer.common.Progress;
import org.densesteer.common.Texts;
import org.densesteer.evaluation.problems.Problem;
import org.densesteer.evaluation.problems.ProblemSet;
import org.densesteer.extraction.Gold;
import org.densesteer.extraction.PairDraft;
import org.densesteer.extraction.QuestionTemplate;
import org.densesteer.extraction.SolvedQuestion;
import org.densesteer.extraction.SparseAnswers;
import org.densesteer.extraction.rewrite.ModelRewriter;
import org.densesteer.extraction.rewrite.PairAssessment;
import org.densesteer.extraction.rewrite.RewriteCheck;
import org.densesteer.extraction.rewrite.Rewriter;
import org.densesteer.extraction.rewrite.RuleRewriter;
import org.densesteer.ui.common.Notice;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.model.ModelViewModel;
import org.densesteer.ui.model.RunEngine;
import org.densesteer.ui.prompt.PromptViewModel;
import org.densesteer.ui.settings.Source;
import org.jspecify.annotations.Nullable;

/** Lets models make pairs: sparse answers to problems, and dense rewrites of them. */
final class PairMaker {

  private final PairsViewModel pairs;
  private final ModelViewModel models;
  private final PromptViewModel prompts;
  private final Function<Source, ProblemSet> problemReader;
  private final RunEngine.Opener opener;
  private final Notices notices;
  private final Executor windowThread;

  /**
   * Creates the maker.
   *
   * @param problemReader reads a set of problems; called on a background thread
   * @param opener loads a second checkpoint; called on a background thread
   * @param windowThread runs things on the window's thread
   */
  PairMaker(
      PairsViewModel pairs,
      ModelViewModel models,
      PromptViewModel prompts,
      Function<Source, ProblemSet> problemReader,
      RunEngine.Opener opener,
      Notices notices,
      Executor windowThread) {
    this.pairs = pairs;
    this.models = models;
    this.prompts = prompts;
    this.problemReader = problemReader;
    this.opener = opener;
    this.notices = notices;
    this.windowThread = windowThread;
  }

  /**
   * Lets the model answer problems from the front of a set, those of pairs that are there left out,
   * until so many right answers are kept. Each stands in the table as soon as its batch is done.
   */
  void make(Source source, int wanted, QuestionTemplate template) {
    RunEngine engine = loaded();
    if (engine == null) {
      return;
    }
    Set<String> present =
        pairs.items().stream().map(i -> i.draft().question()).collect(Collectors.toSet());
    ChatFrame frame = prompts.frameOrSay().orElse(null);
    if (frame == null) {
      return;
    }
    int maxTokens = prompts.decoding().maxTokensProperty().get();
    SparseAnswers answers = new SparseAnswers(engine.extraction(), template, frame, maxTokens);
    RewriteCheck check = new RewriteCheck(engine::countTokens);
    pairs
        .job()
        .start(
            "Answering " + source.name(),
            (progress, cancellation) ->
                answers.collect(
                    unasked(problemReader.apply(source), present),
                    wanted,
                    draft -> show(draft, check.of(draft)),
                    progress,
                    cancellation),
            outcome -> notices.show(describe(outcome, wanted)));
  }

  private static List<SolvedQuestion> unasked(ProblemSet set, Set<String> present) {
    return set.answered().problems().stream()
        .filter(problem -> !present.contains(problem.question()))
        .map(problem -> new SolvedQuestion(problem.question(), gold(problem)))
        .toList();
  }

  private static Gold gold(Problem problem) {
    return new Gold(problem.gold(), problem.style());
  }

  private void show(PairDraft draft, PairAssessment known) {
    windowThread.execute(() -> pairs.add(draft, known));
  }

  static Notice describe(SparseAnswers.Outcome outcome, int wanted) {
    String sentence =
        Texts.of(
            "Kept %d of %d answers; %d were wrong, %d were cut off, %d had a single step.",
            outcome.kept(), outcome.asked(), outcome.wrong(), outcome.cutOff(), outcome.single());
    return outcome.kept() < wanted
        ? Notice.warning(sentence + " The set has no more problems.")
        : Notice.info(sentence);
  }

  /** Merges adjacent steps of the chosen pairs by rule. */
  void densifyByRule(List<PairItem> chosen) {
    densify("Merging steps", chosen, new RuleRewriter());
  }

  /** Lets the loaded model rewrite the chosen pairs. */
  void densifyByModel(List<PairItem> chosen) {
    RunEngine engine = loaded();
    if (engine != null) {
      prompts
          .frameOrSay()
          .map(frame -> new ModelRewriter(engine.extraction(), frame.variables()))
          .ifPresent(rewriter -> densify("Rewriting answers", chosen, rewriter));
    }
  }

  /** Lets another checkpoint rewrite the chosen pairs. */
  void densifyByCheckpoint(Path folder, List<PairItem> chosen) {
    prompts
        .frameOrSay()
        .map(frame -> new CheckpointRewriter(opener, folder, frame.variables()))
        .ifPresent(rewriter -> densify("Rewriting answers", chosen, rewriter));
  }

  private void densify(String title, List<PairItem> chosen, Rewriter rewriter) {
    if (chosen.isEmpty()) {
      notices.show(Notice.warning("There is no pair to densify; import or make pairs first."));
      return;
    }
    List<PairDraft> drafts = chosen.stream().map(PairItem::draft).toList();
    Rewriting pass = new Rewriting();
    pairs
        .job()
        .start(
            title,
            (progress, cancellation) ->
                rewrite(rewriter, pass, chosen, drafts, progress, cancellation),
            failed -> {
              if (failed > 0) {
                notices.show(
                    Notice.warning(
                        Texts.of(
                            "%d of %d pairs got no rewrite that came to an end.",
                            failed, drafts.size())));
              }
            });
  }

  /** Shows each rewrite as soon as it is there; returns how many came to nothing. */
  private int rewrite(
      Rewriter rewriter,
      Rewriting pass,
      List<PairItem> chosen,
      List<PairDraft> drafts,
      Progress progress,
      Cancellation cancellation) {
    List<Integer> failed = new ArrayList<>();
    rewriter.rewrite(
        drafts,
        (index, dense) -> {
          if (dense.isBlank()) {
            failed.add(index);
          } else {
            windowThread.execute(
                () -> pairs.takeRewrite(pass, chosen.get(index), drafts.get(index), dense));
          }
        },
        progress,
        cancellation);
    return failed.size();
  }

  private @Nullable RunEngine loaded() {
    RunEngine engine = models.engineProperty().get();
    if (engine == null) {
      notices.show(Notice.error("No model is loaded; choose one in the toolbar first."));
    }
    return engine;
  }
}
