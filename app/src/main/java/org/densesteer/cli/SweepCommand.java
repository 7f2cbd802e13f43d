package org.densesteer.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.densesteer.common.AtomicFiles;
import org.densesteer.common.Texts;
import org.densesteer.evaluation.plan.Shard;
import org.densesteer.evaluation.plan.SweepArm;
import org.densesteer.evaluation.plan.SweepDecoding;
import org.densesteer.evaluation.plan.SweepGrid;
import org.densesteer.evaluation.plan.SweepOrigin;
import org.densesteer.evaluation.plan.SweepSetup;
import org.densesteer.evaluation.plan.SweptGate;
import org.densesteer.evaluation.problems.ProblemSet;
import org.densesteer.evaluation.results.SweepFolder;
import org.densesteer.evaluation.results.SweepResults;
import org.densesteer.evaluation.run.AnswerEngine;
import org.densesteer.evaluation.run.BatchPlace;
import org.densesteer.evaluation.run.SessionAnswerEngine;
import org.densesteer.evaluation.run.SweepControl;
import org.densesteer.evaluation.run.SweepRunner;
import org.densesteer.generation.ModelSession;
import org.densesteer.steering.Operator;
import org.densesteer.steering.SteeringVector;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Answers problems at every layer and strength of a grid. */
@Command(
    name = "sweep",
    sortOptions = false,
    mixinStandardHelpOptions = true,
    header = "Answer problems at every layer and strength of a grid.",
    description = {
      "",
      "Every finished answer goes to DIR/answers.jsonl at once, so a sweep that was stopped or",
      "killed is resumed without computing anything twice. The grid is answered on the tuning",
      "part of the problems; the best cell is chosen there and held against the baseline and the",
      "placebos on the test part. 'report DIR' writes what came out.",
      ""
    })
final class SweepCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private ModelOptions model = new ModelOptions();
  @Mixin private SweepGridOptions gridOptions = new SweepGridOptions();
  @Mixin private GateOptions gateOptions = new GateOptions();
  @Mixin private SweepProblemOptions problemOptions = new SweepProblemOptions();
  @Mixin private SweepDecodingOptions decodingOptions = new SweepDecodingOptions();
  @Mixin private ShardOptions shardOptions = new ShardOptions();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder of the sweep.")
  private Path out = Path.of("");

  @Option(names = "--resume", description = "Go on with the sweep that DIR holds, if any.")
  private boolean resume;

  private BatchPlace place = BatchPlace.HERE;

  /** Says where batches are computed, if not in this process. */
  void computeAt(BatchPlace other) {
    place = other;
  }

  @Override
  public Integer call() {
    SweepGrid grid = gridOptions.grid(spec);
    decodingOptions.check(spec);
    double split = problemOptions.split(spec);
    if (shardOptions.script() != null) {
      return writeScript(shardOptions.script());
    }
    requireUncut();
    SteeringVector vector = gridOptions.readVector(spec);
    SweepDecoding decoding = decodingOptions.decoding(vector.metadata());
    if (decoding.operator() == Operator.ABLATE && grid.steeredStrengths().size() > 1) {
      SteeringOptions.tellIdle(spec, "more than one of --strengths");
    }
    SweptGate gate = new SweptGate(gateOptions.read(spec, vector), gateOptions.text(vector));
    ProblemSet problems = problemOptions.read(spec);
    try (StopSignal signal = new StopSignal()) {
      try (ModelSession session = model.open();
          AnswerEngine engine = new SessionAnswerEngine(session)) {
        SweepSetup setup =
            new SweepSetup(
                session.info(),
                vector,
                problems,
                new SweepSetup.Sources(
                    model.name(), gridOptions.vectorName(), problemOptions.problemsName()),
                grid,
                gridOptions.placebos(),
                gridOptions.choice(),
                split,
                problemOptions.seed(),
                decoding,
                gate);
        run(setup, engine, session.threads(), new SweepControl(signal.cancellation()));
        return 0;
      } catch (CancellationException e) {
        // Said here, while the signal still holds the process.
        PrintWriter err = spec.commandLine().getErr();
        err.println(
            Texts.of(
                "densesteer: The sweep was stopped. Its finished answers are in %s; the same command with --resume goes on.",
                new SweepFolder(out).answersFile()));
        err.flush();
        return StopSignal.EXIT_CODE;
      }
    }
  }

  private void run(SweepSetup setup, AnswerEngine engine, int threads, SweepControl control) {
    SweepRunner runner =
        new SweepRunner(
            setup.plan(), setup.problems(), setup.vector(), place.computer(setup, engine));
    SweepFolder folder = new SweepFolder(out);
    SweepOrigin origin = setup.origin(out);
    ProgressLines progress = new ProgressLines(spec.commandLine().getErr());
    @Nullable Shard shard = shardOptions.shard();
    if (shard == null) {
      print(runner.run(folder, origin, resume, answer -> {}, progress, control));
      return;
    }
    runner.runShard(shard, threads, folder, origin, resume, answer -> {}, progress, control);
    spec.commandLine()
        .getOut()
        .println(
            "Shard " + shard + " is finished in " + out + "; 'merge' puts all of them together.");
  }

  private void requireUncut() {
    if (place != BatchPlace.HERE && shardOptions.shard() != null) {
      throw new ParameterException(
          spec.commandLine(),
          "--shard is for processes that compute by themselves; here the batches of the whole sweep"
              + " are shared out already.");
    }
  }

  private int writeScript(Path script) {
    Checks.atLeastOne(spec, "--shards", shardOptions.shards());
    AtomicFiles.writeText(
        script,
        ArrayJobScript.of(
            spec.commandLine().getParseResult().originalArgs(),
            shardOptions.shards(),
            out,
            Path.of("").toAbsolutePath()));
    PrintWriter lines = spec.commandLine().getOut();
    lines.println("Wrote " + script + "; 'sbatch " + script + "' computes the shards.");
    return 0;
  }

  private void print(SweepResults results) {
    PrintWriter lines = spec.commandLine().getOut();
    lines.println(
        results
            .chosen()
            .map(SweepArm::describe)
            .map(cell -> "Chosen: " + cell + ".")
            .orElse("No cell is fit to be chosen."));
    lines.println("Wrote " + new SweepFolder(out).cellsFile() + "; 'report " + out + "' tells it.");
  }
}
