package org.densesteer.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.densesteer.evaluation.problems.FieldMapping;
import org.densesteer.evaluation.problems.ProblemReading;
import org.densesteer.model.Precision;
import org.densesteer.steering.Operator;
import org.densesteer.ui.common.HandTimers;
import org.densesteer.ui.common.Notice;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.RestTimer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsStoreTest {

  @TempDir Path folder;

  private final HandTimers timers = new HandTimers();
  private final Notices notices = new Notices();

  private SettingsStore store() {
    return new SettingsStore(folder, timers.after(1000), Runnable::run, Runnable::run, notices);
  }

  private Path file() {
    return folder.resolve("settings.json");
  }

  @Test
  void everythingComesBack() {
    Settings settings = store().open();
    settings.windowProperty().set(new WindowPlace(10, 20, 1200, 800, true));
    settings.splitsProperty().set(new Splits(300, 280, 0.6));
    settings.themeProperty().set(Theme.DARK);
    settings.textScaleProperty().set(1.5);
    settings.modelProperty().set("/models/qwen");
    settings.precisionProperty().set(Precision.BFLOAT16);
    Settings.remember(settings.recentModels(), Source.model(folder.resolve("one")));
    Settings.remember(settings.recentModels(), Source.model(folder.resolve("two")));
    Source problems = Source.problems(folder.resolve("set.jsonl"));
    Settings.remember(settings.recentProblems(), problems);
    settings.recentSweeps().add("/sweeps/mine");
    FieldMapping mapping = FieldMapping.parse("question=ask,answer=right,rule=math");
    settings
        .problemReadings()
        .put(problems.key(), ProblemReading.AUTOMATIC.by(mapping).leavingOut());
    settings.vectorProperty().set("/vectors/dense.pt");
    settings.drawerProperty().set(true);
    settings
        .promptProperty()
        .set(
            new SavedPrompt(
                "sample",
                13,
                "Typed?",
                "Be brief.",
                true,
                0.5,
                20,
                0.9,
                true,
                42,
                128,
                "{\"a\": 1}"));
    settings
        .steeringProperty()
        .set(new SavedSteering(4, -1.25, "FROM_STEP", 3, Operator.ABLATE, true));
    settings.mix().add(new SavedMix("/vectors/other.pt", 2, -0.5, Operator.ADD_KEEP_NORM, false));
    assertTrue(timers.elapse(1000));

    Settings again = store().open();
    assertEquals(SettingsRecord.of(settings), SettingsRecord.of(again));
    assertEquals(mapping, again.problemReading(problems).mapping());
    assertTrue(again.problemReading(problems).leaveOut());
    assertEquals(
        List.of(folder.resolve("two").toString(), folder.resolve("one").toString()),
        again.recentModels());
  }

  @Test
  void waitsForARestAndFlushesAtTheEnd() {
    SettingsStore store = store();
    Settings settings = store.open();
    settings.themeProperty().set(Theme.DARK);
    assertFalse(Files.exists(file()));
    store.flush();
    assertTrue(Files.exists(file()));
    assertFalse(timers.elapse(1000));
  }

  @Test
  void firstStartWritesNothing() {
    store().open();
    assertFalse(timers.elapse(1000));
    assertFalse(Files.exists(file()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "{\"theme\":\"PURPLE\"}", "{\"window\":7}"})
  void aBrokenFileIsSetAside(String content) throws IOException {
    Files.writeString(file(), content);
    Settings settings = store().open();
    assertEquals(Theme.LIGHT, settings.themeProperty().get());
    Notice notice = notices.lastProperty().get();
    assertNotNull(notice);
    assertEquals(Notice.Severity.WARNING, notice.severity());
    assertFalse(Files.exists(file()));
    try (Stream<Path> files = Files.list(folder)) {
      Path aside = files.findFirst().orElseThrow();
      assertTrue(notice.sentence().contains(aside.getFileName().toString()), notice.sentence());
      assertEquals(content, Files.readString(aside));
    }
  }

  @Test
  void aFileOfANewerVersionIsLeft() throws IOException {
    String content = "{\"version\":2,\"theme\":\"PURPLE\"}";
    Files.writeString(file(), content);
    SettingsStore store = store();
    Settings settings = store.open();
    Notice notice = notices.lastProperty().get();
    assertNotNull(notice);
    assertTrue(notice.sentence().contains("come from a newer version"), notice.sentence());
    settings.themeProperty().set(Theme.DARK);
    assertFalse(timers.elapse(1000));
    store.flush();
    assertEquals(content, Files.readString(file()));
  }

  @Test
  void aFileThatCannotBeReadIsLeft() throws IOException {
    Files.createDirectory(file());
    SettingsStore store = store();
    Settings settings = store.open();
    Notice notice = notices.lastProperty().get();
    assertNotNull(notice);
    assertTrue(notice.sentence().contains("cannot be read"), notice.sentence());
    settings.themeProperty().set(Theme.DARK);
    store.flush();
    assertTrue(Files.isDirectory(file()));
  }

  /** No file of any system has a NUL in its name; without a locale, none has an umlaut. */
  @Test
  void aFileThatNamesWhatCannotBeNamedHereIsLeft() throws IOException {
    String content = "{\"recentVectors\":[\"/a.pt\",\"/b\\u0000.pt\"]}";
    Files.writeString(file(), content);
    store().open();
    Notice notice = notices.lastProperty().get();
    assertNotNull(notice);
    assertTrue(
        notice.sentence().contains("which is no name of a file on this system"), notice.sentence());
    assertEquals(content, Files.readString(file()));
  }

  /** Each window keeps what it changed, and takes nothing back that the other one changed. */
  @Test
  void twoWindowsOnOneHomeDoNotUndoEachOther() {
    SettingsStore one = store();
    Settings first = one.open();
    SettingsStore two = store();
    Settings second = two.open();
    first.themeProperty().set(Theme.DARK);
    first.textScaleProperty().set(1.25);
    one.flush();
    second.vectorProperty().set("/vectors/dense.pt");
    two.flush();
    first.textScaleProperty().set(1.5);
    one.flush();
    Settings next = store().open();
    assertEquals(Theme.DARK, next.themeProperty().get());
    assertEquals(1.5, next.textScaleProperty().get());
    assertEquals("/vectors/dense.pt", next.vectorProperty().get());
  }

  /** A question that was pasted in half must not keep all settings from being saved. */
  @Test
  void halfALetterIsReplaced() {
    SettingsStore store = store();
    Settings settings = store.open();
    settings
        .promptProperty()
        .set(new SavedPrompt("sample", 0, "A \ud83e?", "", false, 0.7, 0, 0.95, false, 7, 512, ""));
    store.flush();
    assertEquals("A \ufffd?", store().open().promptProperty().get().question());
  }

  @Test
  void everyChangeStartsTheSecondAnew() {
    int[] restarts = {0};
    RestTimer counting =
        new RestTimer() {
          @Override
          public void restart(Runnable action) {
            restarts[0]++;
          }

          @Override
          public void cancel() {}
        };
    Settings settings =
        new SettingsStore(folder, counting, Runnable::run, Runnable::run, notices).open();
    settings.textScaleProperty().set(1.1);
    settings.textScaleProperty().set(1.2);
    settings.recentModels().add("/a");
    settings.mix().add(new SavedMix("/v.pt", 2, -0.5, Operator.ADD, true));
    settings.themeProperty().set(Theme.DARK);
    assertEquals(5, restarts[0]);
  }

  @Test
  void whatIsMissingOrOutOfRangeIsReplaced() throws IOException {
    Files.writeString(
        file(),
        """
        {"textScale": 99, "unknown": 1, "precision": "float3", "window": {"width": 1, "height": 1},
         "prompt": {"maxTokens": -5, "temperature": 0, "topP": 7},
         "steering": {"strength": 1.5}, "recentModels": [null, "/a"],
         "mix": [null, {"layer": 2}]}
        """);
    Settings settings = store().open();
    assertEquals(Precision.AUTO, settings.precisionProperty().get());
    assertEquals(2.5, settings.textScaleProperty().get());
    assertEquals(WindowPlace.LEAST_WIDTH, settings.windowProperty().get().width());
    assertEquals(512, settings.promptProperty().get().maxTokens());
    assertEquals(0.7, settings.promptProperty().get().temperature());
    assertEquals(0.95, settings.promptProperty().get().topP());
    assertEquals("EVERYWHERE", settings.steeringProperty().get().where());
    assertEquals(List.of("/a"), settings.recentModels());
    assertEquals(List.of(new SavedMix(Settings.SAMPLE, 2, 0, Operator.ADD, false)), settings.mix());
  }

  @Test
  void aFolderThatCannotBeWrittenStopsNobody() throws IOException {
    Files.writeString(folder.resolve("taken"), "a file, no folder");
    SettingsStore store =
        new SettingsStore(
            folder.resolve("taken/inside"),
            timers.after(1000),
            Runnable::run,
            Runnable::run,
            notices);
    Settings settings = store.open();
    settings.themeProperty().set(Theme.DARK);
    store.flush();
    assertEquals(Theme.DARK, settings.themeProperty().get());
    Notice told = notices.shownProperty().get();
    assertNotNull(told);
    assertEquals(
        "The settings cannot be saved in "
            + folder.resolve("taken/inside/settings.json")
            + "; what you change is forgotten when the window is closed.",
        told.sentence());
    notices.dismiss();
    settings.themeProperty().set(Theme.LIGHT);
    store.flush();
    assertNull(notices.shownProperty().get(), "said once");
  }
}
