package org.densesteer.ui.prompt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.densesteer.chat.ChatFrame;
import org.densesteer.chat.TemplateVariables;
import org.densesteer.common.FaultException;
import org.densesteer.evaluation.problems.FieldMapping;
import org.densesteer.evaluation.problems.ProblemFiles;
import org.densesteer.evaluation.problems.ProblemSet;
import org.densesteer.generation.Sampling;
import org.densesteer.ui.Samples;
import org.densesteer.ui.common.Notice;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.SameThreadTasks;
import org.densesteer.ui.settings.SavedPrompt;
import org.densesteer.ui.settings.Settings;
import org.densesteer.ui.settings.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromptViewModelTest {

  @TempDir Path folder;

  private final Notices notices = new Notices();
  private final Settings settings = new Settings();

  private PromptViewModel restored() {
    PromptViewModel prompts =
        new PromptViewModel(PromptViewModelTest::read, new SameThreadTasks(), notices, settings);
    prompts.restore();
    return prompts;
  }

  private static ProblemSet read(Source source) {
    if (source.name().startsWith("broken")) {
      throw new FaultException("Line 3 of broken.jsonl is not a JSON object.");
    }
    return Samples.problems();
  }

  @Test
  void theFirstSampleProblemIsThereAtFirstStart() {
    PromptViewModel prompts = restored();
    assertEquals(0, prompts.indexProperty().get());
    assertTrue(prompts.questionProperty().get().startsWith("Maya has 37 stamps."));
    assertEquals("84", prompts.problem().orElseThrow().gold());
    assertNull(prompts.systemTurn());
    assertTrue(prompts.decoding().sampling().greedy());
  }

  private PromptViewModel reading() {
    PromptViewModel prompts =
        new PromptViewModel(
            source ->
                source.path() == null
                    ? Samples.problems()
                    : ProblemFiles.read(source.path(), settings.problemReading(source)),
            new SameThreadTasks(),
            notices,
            settings);
    prompts.restore();
    return prompts;
  }

  private Source file(String text) throws IOException {
    return Source.problems(Files.writeString(folder.resolve("set.jsonl"), text));
  }

  private Notice notice() {
    return Objects.requireNonNull(notices.shownProperty().get());
  }

  @Test
  void unknownFieldsAreAskedForAndRemembered() throws IOException {
    Source source = file("{\"ask\":\"What is 2+3?\",\"right\":5}");
    PromptViewModel prompts = reading();
    prompts.open(source);
    assertNull(prompts.unreadProperty().get());
    assertEquals("Name the fields…", Objects.requireNonNull(notice().offer()).label());
    Objects.requireNonNull(notice().offer()).action().run();
    assertEquals(
        List.of("ask", "right"),
        Objects.requireNonNull(prompts.unreadProperty().get()).found().fields());
    prompts.openBy(source, new FieldMapping("ask", "right", null, null));
    assertEquals("What is 2+3?", prompts.questionProperty().get());
    assertEquals("5", prompts.problem().orElseThrow().gold());
    assertNull(notices.shownProperty().get());
    assertEquals("What is 2+3?", reading().questionProperty().get(), "at the next start, too");
  }

  @Test
  void problemsThatNothingCanMatchAreAskedAbout() throws IOException {
    Source source =
        file("{\"question\":\"Q\",\"answer\":5}\n{\"question\":\"R\",\"answer\":\"None\"}\n");
    PromptViewModel prompts = reading();
    prompts.open(source);
    assertEquals("Open without 1", Objects.requireNonNull(notice().offer()).label());
    Objects.requireNonNull(notice().offer()).action().run();
    assertEquals(1, Objects.requireNonNull(prompts.problemsProperty().get()).size());
    assertTrue(notice().sentence().startsWith("Left out, for no response can match"));
  }

  @Test
  void nextAndPreviousStayWithinTheSet() {
    PromptViewModel prompts = restored();
    prompts.previous();
    assertEquals(0, prompts.indexProperty().get());
    prompts.show(1_000);
    assertEquals(199, prompts.indexProperty().get());
    prompts.next();
    assertEquals("What is 199 + 0?", prompts.questionProperty().get());
  }

  @Test
  void aQuestionEditedByHandHasNoAnswerToCheck() {
    PromptViewModel prompts = restored();
    String own = prompts.questionProperty().get();
    prompts.questionProperty().set(own + " Really?");
    assertTrue(prompts.problem().isEmpty());
    prompts.questionProperty().set(own + "\n");
    assertTrue(prompts.problem().isPresent());
  }

  @Test
  void everythingIsThereAgainAtTheNextStart() {
    PromptViewModel prompts = restored();
    prompts.show(7);
    prompts.questionProperty().set("Typed by hand?");
    prompts.systemProperty().set("Be concise.");
    prompts.decoding().sampledProperty().set(true);
    prompts.decoding().temperatureProperty().set(0.5);
    prompts.decoding().topPProperty().set(0.8);
    prompts.decoding().seedProperty().set(11);
    prompts.decoding().maxTokensProperty().set(99);
    prompts.variables().textProperty().set("{\"enable_thinking\": false}");

    PromptViewModel again = restored();
    assertEquals(7, again.indexProperty().get());
    assertEquals("Typed by hand?", again.questionProperty().get());
    assertEquals("Be concise.", again.systemTurn());
    assertEquals(new Sampling(0.5, 0.8, 11), again.decoding().sampling());
    assertEquals(99, again.decoding().maxTokensProperty().get());
    assertEquals(
        new ChatFrame("Be concise.", TemplateVariables.of(Map.of("enable_thinking", false))),
        again.frame());
  }

  @Test
  void variablesThatAreNoObjectAreKeptAsTypedAndSaid() {
    PromptViewModel prompts = restored();
    assertEquals(ChatFrame.PLAIN, prompts.frame());
    prompts.variables().textProperty().set("{\"enable_thinking\": False}");
    String sentence =
        "The text under “Template variables” is not well-formed JSON at line 1, column 21.";
    assertEquals(sentence, prompts.variables().faultProperty().get());
    assertTrue(prompts.frameOrSay().isEmpty());
    assertEquals(sentence, notices.shownProperty().get().sentence());
    assertEquals("{\"enable_thinking\": False}", restored().variables().textProperty().get());
    prompts.variables().textProperty().set(" ");
    assertEquals("", prompts.variables().faultProperty().get());
    assertEquals(ChatFrame.PLAIN, prompts.frame());
  }

  @Test
  void anUnchangedQuestionIsNotSavedAsTyped() {
    PromptViewModel prompts = restored();
    prompts.show(3);
    assertEquals("", settings.promptProperty().get().question());
    assertEquals(3, settings.promptProperty().get().problem());
  }

  @Test
  void aFileThatIsGoneGivesItsSentenceAndTheSampleProblems() {
    settings
        .promptProperty()
        .set(new SavedPrompt("/gone/broken.jsonl", 5, "", "", false, 1, 0, 1, false, 0, 10, ""));
    PromptViewModel prompts = restored();
    assertEquals(Source.SAMPLE_PROBLEMS, prompts.sourceProperty().get());
    assertNotNull(notices.shownProperty().get());
    assertEquals(
        "Line 3 of broken.jsonl is not a JSON object.", notices.shownProperty().get().sentence());
  }

  @Test
  void anOpenedFileIsOfferedAgain() {
    PromptViewModel prompts = restored();
    Source gsm = Source.problems(Path.of("/data/gsm8k.jsonl"));
    prompts.open(gsm);
    assertEquals(gsm, prompts.sourceProperty().get());
    assertTrue(prompts.sources().contains(gsm));
    assertTrue(settings.recentProblems().contains(gsm.key()));
  }
}
