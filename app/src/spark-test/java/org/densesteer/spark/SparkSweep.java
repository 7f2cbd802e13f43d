package org.densesteer.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A sweep of the sample model whose driver, and one core in each of two executors, is Spark's. */
final class SparkSweep implements AutoCloseable {

  /** Nothing here takes longer; a wrong set-up waits for executors for ever. */
  private static final long SECONDS = 150;

  private static final String CLASS_PATH =
      System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

  private final Process driver;
  private final Path answers;
  private final Path log;

  private SparkSweep(Process driver, Path out, Path log) {
    this.driver = driver;
    this.answers = out.resolve("answers.jsonl");
    this.log = log;
  }

  /** What is computed, and where it goes. */
  static List<String> command(Path out, String... more) {
    List<String> command =
        new ArrayList<>(
            List.of("sweep", "--model", "sample", "--precision", "float32", "--vector", "sample"));
    command.addAll(List.of("--layers", "3-5", "--strengths=-1:1:0.5", "--problems", "sample"));
    command.addAll(List.of("--limit", "60", "--split", "0.5", "--placebos", "flip,shuffled:1"));
    command.addAll(List.of("--max-tokens", "60", "--out", out.toString()));
    command.addAll(List.of(more));
    return command;
  }

  /** Starts a driver with executors of its own. */
  static SparkSweep start(Path folder, Path out, String... more) throws IOException {
    Files.createDirectories(folder.resolve("spark/jars"));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-cp",
            CLASS_PATH,
            "-Dspark.master=local-cluster[2,1,1024]",
            "-Dspark.executor.extraClassPath=" + CLASS_PATH,
            "-Dspark.driver.host=127.0.0.1",
            "-Dspark.driver.bindAddress=127.0.0.1",
            "-Dspark.ui.enabled=false",
            "-Dspark.local.dir=" + folder.resolve("local"),
            SparkMain.class.getName()));
    command.addAll(command(out, more));
    Path log = Files.createTempFile(folder, "driver", ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("SPARK_HOME", folder.resolve("spark").toString());
    builder.environment().put("SPARK_SCALA_VERSION", "2.13");
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    return new SparkSweep(builder.start(), out, log);
  }

  /** Waits until some answers are in the journal, and not yet all. */
  void awaitAnswers(int count) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    while (answers() < count) {
      if (!driver.isAlive() || System.nanoTime() > end) {
        throw new AssertionError("no " + count + " answers came:\n" + log());
      }
      Thread.sleep(20);
    }
  }

  private long answers() {
    try (Stream<String> lines = Files.lines(answers)) {
      return lines.count();
    } catch (IOException | UncheckedIOException e) {
      return 0;
    }
  }

  /** The executors' processes: the driver starts no others. */
  List<ProcessHandle> executors() {
    return driver.children().toList();
  }

  /** Kills the driver with -9; its executors end by themselves. */
  void killDriver() throws InterruptedException {
    List<ProcessHandle> all = executors();
    driver.destroyForcibly().waitFor();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    while (all.stream().anyMatch(ProcessHandle::isAlive)) {
      if (System.nanoTime() > end) {
        throw new AssertionError("executors outlive their driver");
      }
      Thread.sleep(50);
    }
  }

  /** Waits for the end; the exit code. */
  int exitCode() throws InterruptedException {
    if (!driver.waitFor(SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("the sweep did not end:\n" + log());
    }
    return driver.exitValue();
  }

  /** What the driver said. */
  String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return e.toString();
    }
  }

  @Override
  public void close() {
    driver.descendants().forEach(ProcessHandle::destroyForcibly);
    driver.destroyForcibly();
  }
}
