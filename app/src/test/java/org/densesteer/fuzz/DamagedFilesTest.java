package org.densesteer.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.densesteer.chat.ChatMessage;
import org.densesteer.chat.ChatTemplate;
import org.densesteer.chat.ChatTemplates;
import org.densesteer.common.EmbeddedFiles;
import org.densesteer.common.FaultException;
import org.densesteer.common.Folders;
import org.densesteer.common.Progress;
import org.densesteer.evaluation.plan.Shard;
import org.densesteer.evaluation.plan.SweepPlan;
import org.densesteer.evaluation.problems.ProblemFiles;
import org.densesteer.evaluation.problems.ProblemSet;
import org.densesteer.evaluation.results.ShardMerge;
import org.densesteer.evaluation.results.SweepFolder;
import org.densesteer.evaluation.run.PaperEngine;
import org.densesteer.evaluation.run.SweepControl;
import org.densesteer.evaluation.run.SweepFixture;
import org.densesteer.evaluation.run.SweepRunner;
import org.densesteer.extraction.KeptPairFile;
import org.densesteer.extraction.PairFiles;
import org.densesteer.files.bytes.FileBytes;
import org.densesteer.files.safetensors.SafetensorsFile;
import org.densesteer.files.safetensors.SafetensorsWriter;
import org.densesteer.files.safetensors.TensorToWrite;
import org.densesteer.files.zip.StoredZip;
import org.densesteer.files.zip.ZipArchive;
import org.densesteer.model.checkpoint.Checkpoint;
import org.densesteer.notebook.Notebook;
import org.densesteer.notebook.RunMark;
import org.densesteer.notebook.Runs;
import org.densesteer.notebook.Session;
import org.densesteer.notebook.SessionFile;
import org.densesteer.steering.library.VectorLibrary;
import org.densesteer.ui.common.HandTimers;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.settings.Settings;
import org.densesteer.ui.settings.SettingsStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Damaged files of every kind that the program reads, but for vectors, which have a test apart. */
class DamagedFilesTest {

  private Path temporary;

  @BeforeEach
  void makeFolder() throws IOException {
    temporary = FastFolder.make();
  }

  @AfterEach
  void removeFolder() throws IOException {
    Folders.remove(temporary);
  }

  /** Writes a text as a file and reads it back. */
  private DynamicTest problems(String ending, String text) {
    Path file = temporary.resolve("problems." + ending);
    return dynamicTest(
        ending,
        () ->
            Fuzz.text(
                "problems " + ending,
                text.getBytes(UTF_8),
                input -> ProblemFiles.read(Files.write(file, input))));
  }

  @TestFactory
  List<DynamicTest> problemFiles() {
    return List.of(
        problems(
            "jsonl",
            "{\"question\":\"What is 2 + 2?\",\"answer\":\"#### 4\",\"id\":1}\n"
                + "{\"question\":\"What is 3?\",\"answer\":\"#### 3\",\"id\":2}\n"),
        problems(
            "json",
            "[{\"Body\":\"Two\",\"Question\":\"How many?\",\"Answer\":2.0},\n"
                + " {\"Body\":\"Three\",\"Question\":\"And?\",\"Answer\":3}]"),
        problems("csv", "question,answer\n\"What, is 2?\",2\n\"An \"\"x\"\"\",\"\\frac{1}{2}\"\n"),
        problems("tsv", "question\tanswer\nWhat is 2?\t2\nAnd 3?\t$3\n"));
  }

  @Test
  void pairs() throws Exception {
    Path file = temporary.resolve("pairs.jsonl");
    byte[] sound =
        ("{\"question\":\"Q?\",\"sparse\":\"First.\\n\\nThen 4.\",\"dense\":\"4.\"}\n"
                + "{\"question\":\"R?\",\"sparse\":\"a\",\"dense\":\"b\"}\n")
            .getBytes(UTF_8);
    Fuzz.text("pairs", sound, input -> PairFiles.read(Files.write(file, input)));
    Fuzz.text("drafts", sound, input -> PairFiles.readDrafts(Files.write(file, input)));
  }

  @TestFactory
  List<DynamicTest> sessions() throws Exception {
    Path file = temporary.resolve("one.densesteer");
    SessionFile.write(Session.of(Runs.full(), List.of(Runs.vector())), file);
    byte[] sound = Files.readAllBytes(file);
    ZipArchive archive = ZipArchive.open(FileBytes.load("session", file, 1 << 20));
    Map<String, byte[]> entries = new LinkedHashMap<>();
    for (String name : archive.names()) {
      FileBytes content = archive.read(name);
      byte[] bytes = new byte[content.size()];
      content.content().get(bytes);
      entries.put(name, bytes);
    }
    List<DynamicTest> tests = new ArrayList<>();
    tests.add(
        dynamicTest(
            "archive",
            () ->
                Fuzz.bytes(
                    "session",
                    sound,
                    input ->
                        Fuzz.requireSentences(
                            SessionFile.read(Files.write(file, input)).notes()))));
    for (String name : List.copyOf(entries.keySet())) {
      Fuzz.Reader reader =
          input -> {
            Map<String, byte[]> damaged = new LinkedHashMap<>(entries);
            damaged.put(name, input);
            StoredZip.write(file, damaged);
            Fuzz.requireSentences(SessionFile.read(file).notes());
          };
      tests.add(
          dynamicTest(
              name.replaceAll("[0-9a-f]{8,}", "hash"),
              () -> Fuzz.text("session entry " + name.length(), entries.get(name), reader)));
    }
    return tests;
  }

  @Test
  void notebook() throws Exception {
    Path folder = Files.createDirectory(temporary.resolve("notebook"));
    Notebook made = new Notebook(folder, Clock.systemUTC(), told -> {});
    made.append(Runs.full("a", "What is 2 + 3?"));
    made.mark("a", new RunMark(true, "good", List.of("x")));
    made.append(Runs.full("b", "And 4?"));
    made.delete("b");
    WorkFolder files = new WorkFolder(folder);
    Fuzz.text(
        "notebook",
        files.sound("runs.jsonl"),
        input -> {
          files.with("runs.jsonl", input);
          List<String> told = new ArrayList<>();
          Notebook notebook = new Notebook(folder, Clock.systemUTC(), told::add);
          List<Notebook.Entry> entries = notebook.refresh();
          Fuzz.requireSentences(told);
          if (entries.isEmpty()) {
            throw new FaultException("Nothing is left.");
          }
          notebook.load(entries.get(0).summary().id());
        });
  }

  private static SweepRunner runner(ProblemSet problems, SweepPlan plan) {
    return new SweepRunner(plan, problems, SweepFixture.VECTOR, new PaperEngine());
  }

  @TestFactory
  List<DynamicTest> sweeps() throws Exception {
    ProblemSet problems = SweepFixture.problems(4);
    SweepPlan plan = SweepFixture.plan(problems, 0.5, "flip", 8);
    Path folder = temporary.resolve("sweep");
    runner(problems, plan)
        .run(
            new SweepFolder(folder),
            SweepFixture.ORIGIN,
            false,
            answer -> {},
            Progress.NONE,
            new SweepControl());
    WorkFolder files = new WorkFolder(folder);
    return Stream.of("plan.json", "problems.jsonl", "answers.jsonl")
        .map(
            name ->
                dynamicTest(
                    name,
                    () ->
                        Fuzz.text(
                            "sweep " + name,
                            files.sound(name),
                            input -> {
                              files.with(name, input);
                              new SweepFolder(folder).read().results();
                            })))
        .toList();
  }

  @Test
  void shard() throws Exception {
    ProblemSet problems = SweepFixture.problems(2);
    SweepPlan plan = SweepFixture.plan(problems, 0, "", 8);
    Path folder = temporary.resolve("shard");
    runner(problems, plan)
        .runShard(
            Shard.parse("1/1"),
            1,
            new SweepFolder(folder),
            SweepFixture.ORIGIN,
            false,
            answer -> {},
            Progress.NONE,
            new SweepControl());
    WorkFolder files = new WorkFolder(folder);
    Path merged = Files.createDirectory(temporary.resolve("merged"));
    WorkFolder target = new WorkFolder(merged);
    Fuzz.text(
        "shard.json",
        files.sound("shard.json"),
        input -> {
          files.with("shard.json", input);
          Files.delete(target.with("x", new byte[0]));
          ShardMerge.merge(List.of(folder), new SweepFolder(merged));
        });
  }

  @Test
  void libraryIndex() throws Exception {
    Path folder = temporary.resolve("library");
    VectorLibrary made = new VectorLibrary(folder, Clock.systemUTC());
    made.add(Runs.vector(), "a note", List.of("one", "two"));
    Files.deleteIfExists(folder.resolve(".library.lock"));
    WorkFolder files = new WorkFolder(folder);
    Fuzz.text(
        "library index",
        files.sound("index.json"),
        input -> {
          files.with("index.json", input);
          List<String> told = new VectorLibrary(folder, Clock.systemUTC()).list().warnings();
          Fuzz.requireSentences(told);
          if (!told.isEmpty()) {
            throw new FaultException(told.get(0));
          }
        });
  }

  @Test
  void settings() throws Exception {
    Path folder = temporary.resolve("settings");
    HandTimers timers = new HandTimers();
    SettingsStore store =
        new SettingsStore(folder, timers.after(1), Runnable::run, Runnable::run, new Notices());
    Settings settings = store.open();
    settings.modelProperty().set("/models/one");
    settings.recentSweeps().add("/sweeps/one");
    settings.textScaleProperty().set(1.5);
    store.flush();
    WorkFolder files = new WorkFolder(folder);
    Fuzz.text(
        "settings",
        files.sound("settings.json"),
        input -> {
          files.with("settings.json", input);
          Notices notices = new Notices();
          new SettingsStore(folder, timers.after(1), Runnable::run, Runnable::run, notices).open();
          var told = notices.lastProperty().get();
          if (told != null) {
            throw new FaultException(told.sentence());
          }
        });
  }

  @Test
  void keptPairs() throws Exception {
    Path file = temporary.resolve("kept.jsonl");
    byte[] sound = "{\"question\":\"Q?\",\"sparse\":\"a\",\"dense\":\"b\"}\n".getBytes(UTF_8);
    Fuzz.text(
        "kept pairs",
        sound,
        input -> {
          try {
            new KeptPairFile(file).read(input);
          } catch (IOException e) {
            throw new FaultException("It is set aside.", e);
          }
        });
  }

  @Test
  void chatTemplates() throws Exception {
    List<ChatMessage> chat =
        List.of(ChatMessage.system("Be brief."), ChatMessage.user("What is 2 + 2?"));
    String sound =
        "{%- for message in messages %}{%- if loop.first and message['role'] == 'system' -%}"
            + "{{ bos_token + message.content | trim }}{% elif not message.role in ['x', \"y\"] %}"
            + "{{- '<|im_start|>' ~ message.role ~ '\\n' ~ (message.content.split('?')[0])[:40] }}"
            + "{% else %}{{ raise_exception('No.') }}{% endif %}{% set n = loop.index0 * 2 + 1 %}"
            + "{% endfor %}{% macro end(x=1) %}{{ x | tojson }}{% endmacro %}"
            + "{% if add_generation_prompt %}{{ end([1, 2.5, none]) }}{{ strftime_now('%d %b') }}"
            + "{% endif %}";
    Fuzz.bytes(
        "chat template",
        sound.getBytes(UTF_8),
        input ->
            ChatTemplate.parse(new String(input, UTF_8), Map.of("bos_token", "<s>"))
                .render(chat, true));
  }

  @TestFactory
  List<DynamicTest> checkpoints() throws Exception {
    Path sample = EmbeddedFiles.sampleModel();
    Path folder = Files.createDirectory(temporary.resolve("checkpoint"));
    for (String name : List.of("config.json", "generation_config.json", "tokenizer_config.json")) {
      Files.copy(sample.resolve(name), folder.resolve(name));
    }
    Path weights = folder.resolve("model-00001-of-00001.safetensors");
    Files.createSymbolicLink(weights, sample.toAbsolutePath().resolve("model.safetensors"));
    StringBuilder index = new StringBuilder("{\"metadata\":{\"total_size\":1},\"weight_map\":{");
    index.append(
        String.join(
            ",",
            SafetensorsFile.open(weights).header().tensors().keySet().stream()
                .map(name -> "\"" + name + "\":\"" + weights.getFileName() + "\"")
                .toList()));
    Files.writeString(folder.resolve("model.safetensors.index.json"), index.append("}}"));
    return Stream.of(
            "config.json",
            "generation_config.json",
            "tokenizer_config.json",
            "model.safetensors.index.json")
        .map(
            name ->
                dynamicTest(
                    name,
                    () -> {
                      Path file = folder.resolve(name);
                      byte[] sound = Files.readAllBytes(file);
                      try {
                        Fuzz.text(
                            name,
                            sound,
                            input -> {
                              Files.write(file, input);
                              Fuzz.requireSentences(Checkpoint.open(folder).notes());
                              ChatTemplates.find(folder);
                            });
                      } finally {
                        Files.write(file, sound);
                      }
                    }))
        .toList();
  }

  @Test
  void weights() throws Exception {
    Path file = temporary.resolve("weights.safetensors");
    SafetensorsWriter.write(
        file,
        Map.of(
            "a.weight", TensorToWrite.f32(new float[] {1, 2, 3, 4}, 2, 2),
            "b.weight", TensorToWrite.f32(new float[] {1, 2}, 2)),
        Map.of("format", "pt"));
    Fuzz.text(
        "weights",
        Files.readAllBytes(file),
        input -> SafetensorsFile.open(Files.write(file, input)));
  }
}
