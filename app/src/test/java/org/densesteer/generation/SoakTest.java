package org.densesteer.generation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.densesteer.chat.ChatFrame;
import org.densesteer.common.Texts;
import org.densesteer.steering.Positions;
import org.junit.jupiter.api.Test;

/**
 * Many short runs in one session leave nothing behind: heap, resident memory, open files and
 * threads stay level. {@code -Ddensesteer.soak.runs=10000} makes more of them; the samples go to
 * {@code target/soak.csv}.
 */
class SoakTest {

  private static final int RUNS = Integer.getInteger("densesteer.soak.runs", 400);
  private static final int SAMPLES = 20;

  private record Sample(int runs, double heapMb, double residentMb, double files, double threads) {

    static Sample now(int runs) throws IOException {
      System.gc();
      System.gc();
      Runtime java = Runtime.getRuntime();
      return new Sample(
          runs,
          (java.totalMemory() - java.freeMemory()) / 1e6,
          status("VmRSS:") / 1e3,
          openFiles(),
          status("Threads:"));
    }

    private static double status(String name) throws IOException {
      Path status = Path.of("/proc/self/status");
      return Files.notExists(status)
          ? 0
          : Files.readAllLines(status).stream()
              .filter(line -> line.startsWith(name))
              .mapToDouble(line -> Double.parseDouble(line.split("\\s+")[1]))
              .findFirst()
              .orElse(0);
    }

    private static double openFiles() throws IOException {
      Path files = Path.of("/proc/self/fd");
      if (Files.notExists(files)) {
        return 0;
      }
      try (Stream<Path> open = Files.list(files)) {
        return open.count();
      }
    }

    String line() {
      return Texts.of("%d,%.1f,%.1f,%.0f,%.0f", runs, heapMb, residentMb, files, threads);
    }
  }

  @Test
  void manyRunsLeaveNothingBehind() throws IOException {
    List<Sample> samples = new ArrayList<>();
    try (ModelSession session = SampleSession.open()) {
      for (int run = 1; run <= RUNS; run++) {
        answer(session, run);
        if (run % (RUNS / SAMPLES) == 0) {
          samples.add(Sample.now(run));
        }
      }
    }
    List<String> lines = new ArrayList<>(List.of("runs,heap_mb,resident_mb,files,threads"));
    samples.forEach(sample -> lines.add(sample.line()));
    Files.createDirectories(Path.of("target"));
    Files.write(Path.of("target/soak.csv"), lines);
    level("heap in MB", samples, Sample::heapMb, 2);
    level("resident MB", samples, Sample::residentMb, 24);
    level("open files", samples, Sample::files, 2);
    level("threads", samples, Sample::threads, 2);
  }

  /** Greedy and sampled, one to three arms, some stopped, some scored; the question changes. */
  private static void answer(ModelSession session, int run) {
    Prompt prompt = session.chatPrompt(ChatFrame.PLAIN, "What is " + run % 97 + " + 4?");
    List<Arm> arms = new ArrayList<>(List.of(Arm.baseline()));
    for (int arm = 0; arm < run % 3; arm++) {
      arms.add(
          new Arm(
              "arm" + arm,
              List.of(SampleSession.steering(run % 6, 0.1 * arm, Positions.EVERYWHERE))));
    }
    Sampling sampling = run % 2 == 0 ? Sampling.GREEDY : new Sampling(0.8, 0.95, run);
    RunControl control = new RunControl();
    var traces =
        session.run(
            new GenerationRequest(prompt, arms, sampling, 12, run % 4 == 0),
            RunListener.NONE,
            control);
    if (run % 10 == 0) {
      control.cancel();
    }
    traces.exceptionally(stopped -> List.of()).join();
    if (run % 5 == 0) {
      session.score(prompt, new int[] {5, 6, 7}, List.of(), false).join();
    }
  }

  /** The last quarter is not above the second: the first is for caches and compiled code. */
  private static void level(
      String what, List<Sample> samples, ToDoubleFunction<Sample> figure, double slack) {
    int quarter = samples.size() / 4;
    double before = mean(samples.subList(quarter, 2 * quarter), figure);
    double after = mean(samples.subList(samples.size() - quarter, samples.size()), figure);
    assertTrue(
        after <= before + slack, () -> Texts.of("%s grew from %.1f to %.1f", what, before, after));
  }

  private static double mean(List<Sample> samples, ToDoubleFunction<Sample> figure) {
    return samples.stream().mapToDouble(figure).average().orElse(0);
  }
}
