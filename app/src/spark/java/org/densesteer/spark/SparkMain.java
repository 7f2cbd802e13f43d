package org.densesteer.spark;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.densesteer.cli.CommandLineInterface;
import org.densesteer.common.AppFolders;
import org.densesteer.common.FaultException;
import org.densesteer.common.LifeLog;
import org.densesteer.common.UserHome;

/**
 * What {@code spark-submit} starts: the command line, whose {@code sweep} lets the executors of
 * Spark compute. The driver alone writes the sweep's folder.
 */
public final class SparkMain {

  private static final String NAME = "DenseSteer";

  private SparkMain() {}

  /** Runs one command; ends the process with its exit code. */
  public static void main(String[] args) {
    PrintWriter results = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter messages = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    try {
      UserHome.settle();
      LifeLog.begin(AppFolders.data().resolve("log"));
    } catch (FaultException e) {
      // Whoever needs the home says so.
    }
    LifeLog.note("Start under Spark", args.length == 0 ? "" : args[0]);
    int exitCode;
    try (JavaSparkContext context = new JavaSparkContext(new SparkConf().setIfMissing("spark.app.name", NAME))) {
      exitCode =
          new CommandLineInterface(
                  results,
                  messages,
                  (setup, engine) ->
                      new SparkBatches(context, setup, messages::println))
              .run(args);
    }
    results.flush();
    messages.flush();
    // The engine's own threads must not keep a finished command alive.
    System.exit(exitCode);
  }
}
