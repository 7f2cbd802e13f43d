package org.densesteer.ui.prompt;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.densesteer.common.FaultException;
import org.densesteer.common.KeptFile;
import org.densesteer.common.Texts;
import org.densesteer.evaluation.problems.OwnQuestion;
import org.densesteer.evaluation.problems.OwnQuestionsFormat;
import org.densesteer.evaluation.problems.Problem;
import org.densesteer.evaluation.problems.ProblemSet;
import org.densesteer.evaluation.problems.Provenance;
import org.densesteer.ui.common.Notice;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.settings.Source;

/** Questions that a person keeps, on the disk as they are added. */
public final class MyQuestions {

  private static final String NAME = "My questions";
  private static final int LONGEST_SHOWN = 60;

  private final KeptFile<List<OwnQuestion>> file;
  private final Source source;
  private final Executor background;
  private final Executor windowThread;
  private final Notices notices;
  private final ReadOnlyObjectWrapper<List<OwnQuestion>> list =
      new ReadOnlyObjectWrapper<>(List.of());
  private CompletableFuture<Void> work = CompletableFuture.completedFuture(null);

  /**
   * Names the file; nothing is read yet.
   *
   * @param background runs what waits for the disk
   * @param windowThread runs what must happen on the window's thread
   */
  public MyQuestions(Path path, Executor background, Executor windowThread, Notices notices) {
    this.background = background;
    this.windowThread = windowThread;
    this.notices = notices;
    file =
        new KeptFile<>(
            path, "Your questions", "none is offered", new OwnQuestionsFormat(), Clock.systemUTC());
    source = new Source(NAME, path);
  }

  /** Reads them in the background. */
  public void refresh() {
    change(UnaryOperator.identity(), () -> {});
  }

  /** What is on the disk may be another window's, so it is read before it is changed. */
  private void change(UnaryOperator<List<OwnQuestion>> change, Runnable then) {
    work =
        work.thenRunAsync(
            () -> {
              try {
                List<OwnQuestion> before = read();
                List<OwnQuestion> after = List.copyOf(change.apply(before));
                if (!after.equals(before)) {
                  file.write(after);
                }
                windowThread.execute(
                    () -> {
                      list.set(after);
                      then.run();
                    });
              } catch (FaultException e) {
                windowThread.execute(() -> notices.fail(e));
              }
            },
            background);
  }

  private List<OwnQuestion> read() {
    return file.read(fault -> windowThread.execute(() -> notices.show(Notice.warning(fault))))
        .orElse(List.of());
  }

  /**
   * All of them as a set of problems; waits for the disk.
   *
   * @throws FaultException when there are none
   */
  public ProblemSet problems() {
    List<Problem> problems = read().stream().map(OwnQuestion::problem).toList();
    if (problems.isEmpty()) {
      throw new FaultException(
          "You keep no questions of your own yet; type one and add it in this menu.");
    }
    return new ProblemSet(NAME, problems, new Provenance(NAME, null));
  }

  /** Keeps a question. */
  void add(String question, Runnable then) {
    change(
        before -> {
          List<OwnQuestion> after = new ArrayList<>(before);
          if (before.stream().noneMatch(each -> same(each, question))) {
            after.add(new OwnQuestion(UUID.randomUUID().toString(), question.strip(), null));
          }
          return after;
        },
        then);
  }

  /** Keeps the right answer of a question; blank for none. */
  void answer(OwnQuestion wanted, String answer, Runnable then) {
    change(
        before ->
            before.stream()
                .map(each -> each.id().equals(wanted.id()) ? each.answered(answer) : each)
                .toList(),
        then);
  }

  /** Deletes a question, and offers to bring it back to its place. */
  void delete(OwnQuestion unwanted, Runnable then) {
    int place = list.get().indexOf(unwanted);
    change(
        before -> before.stream().filter(each -> !each.id().equals(unwanted.id())).toList(),
        () -> {
          notices.show(
              Notice.offer(
                  Texts.of("“%s” is no longer among your questions.", brief(unwanted.question())),
                  "Undo",
                  () -> bringBack(unwanted, place, then)));
          then.run();
        });
  }

  private void bringBack(OwnQuestion wanted, int place, Runnable then) {
    notices.dismiss();
    change(
        before -> {
          List<OwnQuestion> after = new ArrayList<>(before);
          after.add(Math.min(Math.max(place, 0), after.size()), wanted);
          return after;
        },
        then);
  }

  /** The kept question of these words. */
  Optional<OwnQuestion> find(String question) {
    return list.get().stream().filter(each -> same(each, question)).findFirst();
  }

  private static boolean same(OwnQuestion kept, String question) {
    return kept.question().strip().equals(question.strip());
  }

  static String brief(String question) {
    String line = question.strip().replaceAll("\\s+", " ");
    return line.length() <= LONGEST_SHOWN ? line : line.substring(0, LONGEST_SHOWN - 1) + "…";
  }

  /** How menus and settings call them. */
  public Source source() {
    return source;
  }

  /** All of them, the first one first. */
  ReadOnlyObjectProperty<List<OwnQuestion>> listProperty() {
    return list.getReadOnlyProperty();
  }
}
