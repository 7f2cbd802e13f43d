package org.densesteer.ui.session;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.densesteer.generation.Arm;
import org.densesteer.notebook.Notebook;
import org.densesteer.notebook.Run;
import org.densesteer.notebook.Runs;
import org.densesteer.steering.Operator;
import org.densesteer.ui.compare.PinnedAnswer;
import org.densesteer.ui.session.PanelsRecord.Pin;
import org.densesteer.ui.settings.SavedPrompt;
import org.densesteer.ui.settings.SavedSteering;
import org.jspecify.annotations.Nullable;

/** A process that keeps what a window has, as windows do, until it is killed. */
public final class LostWindow {

  /** What it says once everything is kept. */
  public static final String READY = "ready";

  private LostWindow() {}

  /** Starts it for a person whose files lie in a folder. */
  public static Process start(Path home, String question) throws IOException {
    return start(home, question, null);
  }

  /**
   * Starts it for a person whose files lie in a folder.
   *
   * @param session the session file that the window had opened; null for none
   */
  public static Process start(Path home, String question, @Nullable Path session)
      throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            LostWindow.class.getName(),
            home.toString(),
            question,
            session == null ? "" : session.toString())
        .redirectErrorStream(true)
        .start();
  }

  /** Waits until it said that everything is kept. */
  public static void awaitReady(Process window) throws IOException {
    String said = window.inputReader().readLine();
    if (!READY.equals(said)) {
      throw new IOException("it said: " + said);
    }
  }

  /** Keeps a run and a question, and goes on. */
  public static void main(String... args) throws InterruptedException {
    Path home = Path.of(args[0]);
    Run run = Runs.full("run-of-the-lost", args[1]);
    new Notebook(home.resolve("notebook"), Clock.systemUTC(), sentence -> {}).append(run);
    RecoveryFolder.Place place =
        new RecoveryFolder(home.resolve("sessions").resolve("open"), fault -> {}).open();
    place.write(
        args[2].isEmpty()
            ? record(args[1], run.id())
            : record(
                args[2], List.of(Pin.of(new PinnedAnswer(run, Arm.STEERED))), args[1], run.id()));
    System.out.println(READY);
    System.out.flush();
    Thread.sleep(600_000);
  }

  static RecoveryRecord record(String question, String... runs) {
    return record(null, List.of(), question, runs);
  }

  private static RecoveryRecord record(
      @Nullable String file, List<Pin> pinned, String question, String... runs) {
    return new RecoveryRecord(
        "2026-05-04T12:00:00Z",
        file,
        false,
        SessionScope.SESSION,
        List.of(runs),
        true,
        new PanelsRecord(
            new SavedPrompt("sample", 1, question, "", true, 0.5, 40, 0.9, false, 11, 64, ""),
            new SavedSteering(4, 1.5, "EVERYWHERE", 2, Operator.ADD, false),
            null,
            null,
            null,
            List.of(),
            List.of("flip"),
            pinned,
            "COMPARE"));
  }
}
