package org.densesteer.ui.compare;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.densesteer.chat.ChatFrame;
import org.densesteer.generation.PromptReport;
import org.densesteer.ui.common.RestTimer;
import org.densesteer.ui.common.TaskRunner;
import org.densesteer.ui.model.ModelViewModel;
import org.densesteer.ui.model.RunEngine;
import org.densesteer.ui.prompt.PromptViewModel;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the prompt into the cache while a person still looks at it, so that Run answers at once and
 * the strength slider knows the hidden states that it pushes against.
 */
final class ReadAhead {

  private static final Logger LOG = LoggerFactory.getLogger(ReadAhead.class);
  private static final int TYPING_REST_MS = 400;

  private final ModelViewModel models;
  private final PromptViewModel prompts;
  private final TaskRunner tasks;
  private final Executor windowThread;
  private final Consumer<PromptReport> onRead;
  private final RestTimer rest;
  private int wanted;

  ReadAhead(
      ModelViewModel models,
      PromptViewModel prompts,
      TaskRunner tasks,
      RestTimer.Maker timers,
      Executor windowThread,
      Consumer<PromptReport> onRead) {
    this.models = models;
    this.prompts = prompts;
    this.tasks = tasks;
    this.windowThread = windowThread;
    this.onRead = onRead;
    this.rest = timers.after(TYPING_REST_MS);
    models.engineProperty().addListener((property, before, now) -> changed());
    prompts.questionProperty().addListener((property, before, now) -> changed());
    prompts.systemProperty().addListener((property, before, now) -> changed());
    prompts.variables().textProperty().addListener((property, before, now) -> changed());
  }

  private void changed() {
    wanted++;
    rest.restart(this::read);
  }

  private void read() {
    RunEngine engine = models.engineProperty().get();
    String question = prompts.questionProperty().get();
    if (engine != null
        && !question.isBlank()
        && prompts.variables().faultProperty().get().isEmpty()) {
      int mine = wanted;
      ChatFrame frame = prompts.frame();
      tasks.quietly(() -> read(engine, frame, question, mine));
    }
  }

  private void read(RunEngine engine, ChatFrame frame, String question, int mine) {
    try {
      engine
          .readPrompt(engine.chatPrompt(frame, question))
          .whenComplete(
              (report, failure) -> windowThread.execute(() -> take(report, failure, mine)));
    } catch (RuntimeException e) {
      LOG.debug("The prompt was not read ahead.", e);
    }
  }

  private void take(@Nullable PromptReport report, @Nullable Throwable failure, int mine) {
    if (report != null && mine == wanted) {
      onRead.accept(report);
    } else if (failure != null) {
      // A run of the same prompt fails for the same reason, and says so.
      LOG.debug("The prompt was not read ahead.", failure);
    }
  }
}
