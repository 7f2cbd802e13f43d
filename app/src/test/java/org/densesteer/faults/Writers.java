package org.densesteer.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.densesteer.common.AtomicFiles;
import org.densesteer.common.FaultException;
import org.densesteer.common.Json;
import org.densesteer.common.KeptFile;
import org.densesteer.common.KeptJson;
import org.densesteer.common.OwnerLock;
import org.densesteer.evaluation.plan.AnswerKey;
import org.densesteer.evaluation.plan.SweepArm;
import org.densesteer.evaluation.plan.SweepPlan;
import org.densesteer.evaluation.problems.OwnQuestion;
import org.densesteer.evaluation.problems.OwnQuestionsFormat;
import org.densesteer.evaluation.problems.ProblemSet;
import org.densesteer.evaluation.results.PlainAnswers;
import org.densesteer.evaluation.results.SweepFolder;
import org.densesteer.evaluation.results.SweepJournal;
import org.densesteer.evaluation.run.SweepFixture;
import org.densesteer.extraction.ContrastivePair;
import org.densesteer.extraction.KeptPair;
import org.densesteer.extraction.KeptPairFile;
import org.densesteer.extraction.PairDraft;
import org.densesteer.extraction.PairFiles;
import org.densesteer.files.safetensors.SafetensorsFile;
import org.densesteer.files.safetensors.SafetensorsWriter;
import org.densesteer.files.safetensors.TensorToWrite;
import org.densesteer.notebook.Notebook;
import org.densesteer.notebook.Run;
import org.densesteer.notebook.Runs;
import org.densesteer.notebook.Session;
import org.densesteer.notebook.SessionFile;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.VectorMetadata;
import org.densesteer.steering.format.ExportOptions;
import org.densesteer.steering.format.VectorFiles;
import org.densesteer.steering.format.VectorFormat;
import org.densesteer.steering.format.VectorFormats;
import org.densesteer.steering.library.VectorLibrary;
import org.densesteer.ui.common.HandTimers;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.settings.Settings;
import org.densesteer.ui.settings.SettingsStore;

/**
 * All that writes files, each as the program uses it.
 *
 * @param name names it
 * @param keeps what of a file a failed or broken-off writing must leave alone
 * @param write writes into a folder, for the n-th time, about so many bytes
 * @param read reads what lies there as the program would
 */
record Writers(String name, Keeps keeps, Write write, Read read) {

  /** What stays when a writing fails. */
  enum Keeps {
    /** The whole file as it was. */
    FILE,
    /** Every line that was there. */
    LINES
  }

  interface Write {
    void into(Path folder, int time, int size) throws IOException;
  }

  interface Read {
    Object from(Path folder) throws IOException;
  }

  private static Writers whole(String name, Write write, Read read) {
    return new Writers(name, Keeps.FILE, write, read);
  }

  static List<Writers> all() {
    List<Writers> all =
        new ArrayList<>(
            List.of(settings(), library(), keptPairs(), pairs(), session(), kept(), text()));
    all.addAll(List.of(questions(), tensors(), notebook(), sweep()));
    all.addAll(FigureWriters.all());
    for (VectorFormat format : VectorFormats.all()) {
      all.add(vector(format));
    }
    return all;
  }

  private static String filling(int time, int size) {
    return time + "x".repeat(size);
  }

  private static Writers settings() {
    return whole(
        "settings",
        (folder, time, size) -> {
          SettingsStore store = store(folder);
          Settings settings = store.open();
          settings.modelProperty().set("/models/" + filling(time, size));
          if (!store.flush()) {
            throw new FaultException("The settings are not kept.");
          }
        },
        folder -> store(folder).open().modelProperty().get());
  }

  private static SettingsStore store(Path folder) {
    return new SettingsStore(
        folder, new HandTimers().after(1000), Runnable::run, Runnable::run, new Notices());
  }

  private static Writers library() {
    return whole(
        "library",
        (folder, time, size) -> {
          VectorLibrary library = new VectorLibrary(folder, Clock.systemUTC());
          if (library.list().entries().isEmpty()) {
            library.add(Runs.vector(), "first", List.of());
          }
          library.annotate("terse", filling(time, size), List.of());
        },
        folder -> new VectorLibrary(folder, Clock.systemUTC()).list());
  }

  private static Writers keptPairs() {
    return whole(
        "pairs of the page",
        (folder, time, size) -> file(folder).write(drafts(time, size)),
        folder -> file(folder).read(Writers::fail));
  }

  private static KeptFile<List<KeptPair>> file(Path folder) {
    Path file = folder.resolve("kept.jsonl");
    return new KeptFile<>(
        file, "The pairs", "there are none", new KeptPairFile(file), Clock.systemUTC());
  }

  private static List<KeptPair> drafts(int time, int size) {
    return List.of(new KeptPair(new PairDraft("Q?", filling(time, size), "b", null), true));
  }

  private static Writers pairs() {
    return whole(
        "pairs",
        (folder, time, size) ->
            PairFiles.write(
                folder.resolve("pairs.jsonl"),
                List.of(new ContrastivePair("Q?", filling(time, size), "b"))),
        folder -> PairFiles.read(folder.resolve("pairs.jsonl")));
  }

  private static Writers session() {
    return whole(
        "session",
        (folder, time, size) ->
            SessionFile.write(
                Session.of(Runs.full("a", filling(time, size)), List.of(Runs.vector())),
                folder.resolve("one.densesteer")),
        folder -> questions(SessionFile.read(folder.resolve("one.densesteer")).session().runs()));
  }

  private static List<String> questions(List<Run> runs) {
    return runs.stream().map(run -> run.prompt().question()).toList();
  }

  private static Writers questions() {
    return whole(
        "questions",
        (folder, time, size) ->
            questions(folder).write(List.of(new OwnQuestion("q1", filling(time, size), null))),
        folder -> questions(folder).read(Writers::fail));
  }

  private static KeptFile<List<OwnQuestion>> questions(Path folder) {
    return new KeptFile<>(
        folder.resolve("questions.jsonl"),
        "Your questions",
        "none is offered",
        new OwnQuestionsFormat(),
        Clock.systemUTC());
  }

  /** As speeds of sweeps, the wording of the Extract page and what windows leave are kept. */
  private static Writers kept() {
    return whole(
        "kept JSON",
        (folder, time, size) -> json(folder).write(new Kept(1, filling(time, size))),
        folder -> json(folder).read(Writers::fail));
  }

  record Kept(int version, String text) {}

  private static KeptFile<Kept> json(Path folder) {
    return new KeptFile<>(
        folder.resolve("kept.json"),
        "The speeds",
        "they are measured anew",
        new KeptJson<>(Kept.class, 1, Json.PRETTY),
        Clock.systemUTC());
  }

  /** As charts, drawings, tables, reports and job scripts are written. */
  private static Writers text() {
    return whole(
        "text",
        (folder, time, size) ->
            AtomicFiles.writeText(folder.resolve("chart.svg"), filling(time, size)),
        folder -> Files.readString(folder.resolve("chart.svg")));
  }

  /** As logits, weights and the state of a training are written. */
  private static Writers tensors() {
    return whole(
        "tensors",
        (folder, time, size) ->
            SafetensorsWriter.write(
                folder.resolve("a.safetensors"),
                Map.of("a", TensorToWrite.f32(floats(time, size / 4 + 1), size / 4 + 1)),
                Map.of()),
        folder -> {
          SafetensorsFile.open(folder.resolve("a.safetensors"));
          return HexFormat.of().formatHex(Files.readAllBytes(folder.resolve("a.safetensors")));
        });
  }

  private static float[] floats(int time, int count) {
    float[] values = new float[count];
    Arrays.fill(values, 1 + time);
    return values;
  }

  private static Writers vector(VectorFormat format) {
    String file = "v" + format.endings().get(0);
    return whole(
        "vector " + format.id(),
        (folder, time, size) -> {
          int width = size / 4 + 4;
          VectorFiles.write(
              new SteeringVector(
                  "v",
                  width,
                  new TreeMap<>(Map.of(0, floats(time, width), 1, floats(time, width))),
                  VectorMetadata.EMPTY),
              ExportOptions.of(format),
              folder.resolve(file));
        },
        folder -> VectorFiles.read(folder.resolve(file)).vector());
  }

  private static Writers notebook() {
    return new Writers(
        "notebook",
        Keeps.LINES,
        (folder, time, size) ->
            new Notebook(folder, Clock.systemUTC(), told -> {})
                .append(Runs.full("run-" + time, filling(time, size))),
        folder -> {
          Notebook notebook = new Notebook(folder, Clock.systemUTC(), told -> {});
          return questions(
              notebook.refresh().stream()
                  .map(entry -> notebook.load(entry.summary().id()))
                  .toList());
        });
  }

  private static final ProblemSet PROBLEMS = SweepFixture.problems(2);
  private static final SweepPlan PLAN = SweepFixture.plan(PROBLEMS, 0, "", 8);

  private static Writers sweep() {
    return new Writers(
        "sweep",
        Keeps.LINES,
        (folder, time, size) -> {
          SweepFolder sweep = new SweepFolder(folder);
          try (OwnerLock owned = sweep.claim();
              SweepJournal journal = sweep.begin(PLAN, SweepFixture.ORIGIN, PROBLEMS, true)) {
            journal.append(
                PlainAnswers.of(
                    new AnswerKey(SweepArm.cell(1, time + 1), "p1"),
                    filling(time, size),
                    "1",
                    true,
                    1,
                    1,
                    1,
                    1,
                    1,
                    1,
                    false,
                    false));
          }
        },
        folder -> List.copyOf(SweepJournal.read(folder.resolve("answers.jsonl"), PLAN.hash())));
  }

  private static void fail(FaultException fault) {
    throw fault;
  }
}
