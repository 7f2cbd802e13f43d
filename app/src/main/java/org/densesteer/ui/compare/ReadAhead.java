package org.densesteer.ui.compare;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.densesteer.chat.ChatFrame;
import org.densesteer.common.Latest;
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
  private final Latest latest = new Latest();

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
    models.engineProperty().subscribe((before, now) -> changed());
    prompts.questionProperty().subscribe((before, now) -> changed());
    prompts.systemProperty().subscribe((before, now) -> changed());
    prompts.variables().textProperty().subscribe((before, now) -> changed());
  }

  private void changed() {
    latest.forget();
    rest.restart(this::read);
  }

  private void read() {
    RunEngine engine = models.engineProperty().get();
    String question = prompts.questionProperty().get();
    if (engine != null
        && !question.isBlank()
        && prompts.variables().faultProperty().get().isEmpty()) {
      Consumer<PromptReport> taker = latest.start().only(onRead);
      ChatFrame frame = prompts.frame();
      tasks.quietly(() -> read(engine, frame, question, taker));
    }
  }

  private void read(
      RunEngine engine, ChatFrame frame, String question, Consumer<PromptReport> taker) {
    try {
      engine
          .readPrompt(engine.chatPrompt(frame, question))
          .thenAccept(report -> windowThread.execute(() -> taker.accept(report)))
          .exceptionally(ReadAhead::unread);
    } catch (RuntimeException e) {
      unread(e);
    }
  }

  /** A run of the same prompt fails for the same reason, and says so. */
  private static @Nullable Void unread(Throwable failure) {
    LOG.debug("The prompt was not read ahead.", failure);
    return null;
  }
}
