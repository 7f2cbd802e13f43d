package org.densesteer.ui.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.densesteer.chat.ChatFrame;
import org.densesteer.common.FaultException;
import org.densesteer.common.Latest;
import org.densesteer.evaluation.problems.FieldMapping;
import org.densesteer.evaluation.problems.Problem;
import org.densesteer.evaluation.problems.ProblemReading;
import org.densesteer.evaluation.problems.ProblemSet;
import org.densesteer.evaluation.problems.UnknownFieldsException;
import org.densesteer.evaluation.problems.UnmatchableAnswersException;
import org.densesteer.ui.common.Notice;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.TaskRunner;
import org.densesteer.ui.settings.SavedPrompt;
import org.densesteer.ui.settings.Settings;
import org.densesteer.ui.settings.Source;
import org.jspecify.annotations.Nullable;

/** What the model is asked, and how it answers. */
public final class PromptViewModel {

  private final Function<Source, ProblemSet> reader;
  private final TaskRunner tasks;
  private final Notices notices;
  private final Settings settings;

  private final ObservableList<Source> sources = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Source> source;
  private final ReadOnlyObjectWrapper<@Nullable ProblemSet> problems =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable UnreadFields> unread =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyIntegerWrapper index = new ReadOnlyIntegerWrapper(-1);
  private final StringProperty question = new SimpleStringProperty("");
  private final StringProperty system = new SimpleStringProperty("");
  private final DecodingViewModel decoding;
  private final VariablesViewModel variables;
  private final Latest latest = new Latest();
  private @Nullable Source mine;

  /**
   * Creates the view model with what was saved.
   *
   * @param reader reads a set of problems; called on a background thread
   */
  public PromptViewModel(
      Function<Source, ProblemSet> reader, TaskRunner tasks, Notices notices, Settings settings) {
    this.reader = reader;
    this.tasks = tasks;
    this.notices = notices;
    this.settings = settings;
    SavedPrompt saved = settings.promptProperty().get();
    source = new ReadOnlyObjectWrapper<>(Source.problems(saved.problemSet()));
    decoding = new DecodingViewModel(saved);
    variables = new VariablesViewModel(saved.variables());
    system.set(saved.system());
    question.set(saved.question());
    sources.add(Source.SAMPLE_PROBLEMS);
    settings.recentProblems().forEach(path -> sources.add(Source.problems(path)));
  }

  /** Opens the problems that were open last, and saves every change from then on. */
  public void restore() {
    SavedPrompt saved = settings.promptProperty().get();
    load(Source.problems(saved.problemSet()), saved.problem(), saved.question());
    InvalidationListener save = changed -> settings.promptProperty().set(snapshot());
    question.addListener(save);
    system.addListener(save);
    variables.textProperty().addListener(save);
    index.addListener(save);
    for (Observable observable : decoding.observables()) {
      observable.addListener(save);
    }
  }

  /** Opens a set of problems in the background and shows its first. */
  public void open(Source wanted) {
    load(wanted, 0, "");
  }

  /** Opens a set of problems and shows that of this question; else the question as typed. */
  void openAt(Source wanted, String typed) {
    load(wanted, 0, typed);
  }

  /** Offers a set of problems, or no longer. */
  void offer(Source own, boolean on) {
    sources.remove(own);
    if (on) {
      sources.add(1, own);
    }
  }

  private void load(Source asked, int first, String typed) {
    Source wanted = mine != null && asked.key().equals(mine.key()) ? mine : asked;
    Latest.Turn turn = latest.start();
    tasks.start(
        "Reading " + wanted.name(),
        (progress, cancellation) -> reader.apply(wanted),
        turn.only(read -> take(wanted, read, first, typed)),
        failure -> {
          fail(wanted, failure);
          if (wanted != Source.SAMPLE_PROBLEMS && problems.get() == null) {
            load(Source.SAMPLE_PROBLEMS, 0, typed);
          }
        });
  }

  /** Says what is wrong, and offers what can be done about it. */
  private void fail(Source wanted, Throwable failure) {
    Notice notice = Notice.of(failure);
    if (failure instanceof UnknownFieldsException found) {
      UnreadFields fields = new UnreadFields(wanted, found);
      notices.show(notice.with("Name the fields…", () -> unread.set(fields)));
    } else if (failure instanceof UnmatchableAnswersException some && some.count() < some.of()) {
      ProblemReading rest = settings.problemReading(wanted).leavingOut();
      notices.show(notice.with("Open without " + some.count(), () -> openAs(wanted, rest)));
    } else {
      notices.fail(failure);
    }
  }

  /** Opens a file by the fields that a person named. */
  void openBy(Source wanted, FieldMapping mapping) {
    openAs(wanted, settings.problemReading(wanted).by(mapping));
  }

  private void openAs(Source wanted, ProblemReading reading) {
    settings.problemReadings().put(wanted.key(), reading);
    notices.dismiss();
    open(wanted);
  }

  private void take(Source wanted, ProblemSet read, int first, String typed) {
    if (!wanted.equals(mine)) {
      Settings.remember(settings.recentProblems(), wanted);
    }
    if (!sources.contains(wanted)) {
      sources.add(1, wanted);
    }
    source.set(wanted);
    problems.set(read);
    if (!read.provenance().notes().isEmpty()) {
      notices.show(Notice.info(String.join(" ", read.provenance().notes())));
    }
    show(typed.isBlank() ? first : placeOf(typed, read, first));
    if (!typed.isBlank()) {
      question.set(typed);
    }
  }

  private static int placeOf(String typed, ProblemSet set, int otherwise) {
    return IntStream.range(0, set.size())
        .filter(at -> set.problems().get(at).question().strip().equals(typed.strip()))
        .findFirst()
        .orElse(otherwise);
  }

  /** Says which set of problems is a person's own, whose file is none of theirs to open. */
  public void own(Source source) {
    mine = source;
  }

  /** Shows the problem at an index from 0, or the nearest there is. */
  public void show(int wanted) {
    ProblemSet set = problems.get();
    if (set != null) {
      int bounded = Math.min(Math.max(wanted, 0), set.size() - 1);
      // Asking for the same problem again brings its text back.
      index.set(bounded);
      question.set(set.problems().get(bounded).question());
    }
  }

  /** Shows the next problem. */
  public void next() {
    show(index.get() + 1);
  }

  /** Shows the problem before. */
  void previous() {
    show(index.get() - 1);
  }

  /** The problem whose question stands there unchanged; its answer can be checked. */
  public Optional<Problem> problem() {
    ProblemSet set = problems.get();
    if (set == null || index.get() < 0) {
      return Optional.empty();
    }
    Problem problem = set.problems().get(index.get());
    return problem.answered() && problem.question().strip().equals(question.get().strip())
        ? Optional.of(problem)
        : Optional.empty();
  }

  /** The system turn as a run takes it; null for the template's default. */
  public @Nullable String systemTurn() {
    return system.get().isBlank() ? null : system.get();
  }

  /**
   * What a prompt has around its question.
   *
   * @throws FaultException when the template variables are not valid
   */
  public ChatFrame frame() {
    return new ChatFrame(systemTurn(), variables.value());
  }

  /** The same; says what is wrong with the variables, and gives nothing then. */
  public Optional<ChatFrame> frameOrSay() {
    try {
      return Optional.of(frame());
    } catch (FaultException e) {
      notices.fail(e);
      return Optional.empty();
    }
  }

  /**
   * Takes up what was saved, with its question as it was worded.
   *
   * @param withProblems whether its set of problems is at hand; else the present one stays
   */
  public void become(SavedPrompt saved, boolean withProblems) {
    system.set(saved.system());
    variables.textProperty().set(saved.variables());
    decoding.become(saved);
    Source wanted = Source.problems(withProblems ? saved.problemSet() : source.get().key());
    if (!withProblems && problems.get() == null) {
      load(wanted, 0, saved.question());
    } else if (!withProblems) {
      question.set(saved.question());
    } else if (wanted.equals(source.get()) && problems.get() != null) {
      show(saved.problem());
      question.set(saved.question());
    } else {
      question.set(saved.question());
      load(wanted, saved.problem(), saved.question());
    }
  }

  private SavedPrompt snapshot() {
    return saved(problem().isPresent() ? "" : question.get());
  }

  /** All of it, with the question in its own words whether or not it is a problem's. */
  public SavedPrompt asItStands() {
    return saved(question.get());
  }

  private SavedPrompt saved(String words) {
    return new SavedPrompt(
        source.get().key(),
        index.get(),
        words,
        system.get(),
        decoding.sampledProperty().get(),
        decoding.temperatureProperty().get(),
        decoding.topKProperty().get(),
        decoding.topPProperty().get(),
        !decoding.penalisedProperty().get(),
        decoding.seedProperty().get(),
        decoding.maxTokensProperty().get(),
        variables.textProperty().get());
  }

  /** All that can be undone. */
  PromptState state() {
    return new PromptState(source.get(), problems.get(), asItStands());
  }

  /** Goes to another state. */
  void become(PromptState other) {
    latest.forget();
    source.set(other.source());
    problems.set(other.problems());
    index.set(other.values().problem());
    question.set(other.values().question());
    system.set(other.values().system());
    variables.textProperty().set(other.values().variables());
    decoding.become(other.values());
  }

  /** All that {@link #asItStands} is made of, to hear of any change. */
  public List<Observable> observables() {
    List<Observable> all = new ArrayList<>(List.of(decoding.observables()));
    all.addAll(List.of(source, index, question, system, variables.textProperty()));
    return all;
  }

  /** What the picker offers. */
  public ObservableList<Source> sources() {
    return sources;
  }

  /** Where the problems came from. */
  public ReadOnlyObjectProperty<Source> sourceProperty() {
    return source.getReadOnlyProperty();
  }

  /** The problems; null until they are read. */
  public ReadOnlyObjectProperty<@Nullable ProblemSet> problemsProperty() {
    return problems.getReadOnlyProperty();
  }

  /** A file whose fields a person wants to name now; null when there is none. */
  public ReadOnlyObjectProperty<@Nullable UnreadFields> unreadProperty() {
    return unread.getReadOnlyProperty();
  }

  /** Index of the problem shown, from 0; negative before there is one. */
  public ReadOnlyIntegerProperty indexProperty() {
    return index.getReadOnlyProperty();
  }

  /** What the model is asked. */
  public StringProperty questionProperty() {
    return question;
  }

  /** The system turn; blank for the template's default. */
  public StringProperty systemProperty() {
    return system;
  }

  /** What the chat template is given beside the messages. */
  public VariablesViewModel variables() {
    return variables;
  }

  /** How tokens are chosen. */
  public DecodingViewModel decoding() {
    return decoding;
  }
}
