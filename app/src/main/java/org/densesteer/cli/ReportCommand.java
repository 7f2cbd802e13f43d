package org.densesteer.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.densesteer.evaluation.report.SweepReport;
import org.densesteer.evaluation.results.SweepFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reports a finished sweep. */
@Command(
    name = "report",
    sortOptions = false,
    mixinStandardHelpOptions = true,
    header = "Write the report of a sweep, as HTML and as Markdown.",
    description = {""})
final class ReportCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "Folder of a finished sweep.")
  private Path folder = Path.of("");

  @Override
  public Integer call() {
    SweepReport report = SweepReport.write(new SweepFolder(folder));
    PrintWriter out = spec.commandLine().getOut();
    out.println("Wrote " + report.html());
    out.println("Wrote " + report.markdown());
    return 0;
  }
}
