package org.densesteer.evaluation.problems;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.densesteer.common.FaultException;
import org.jspecify.annotations.Nullable;

/** The problems that come with the sample model; it has never seen them in training. */
public final class SampleProblems {

  private static final String RESOURCE = "/problems/sample.jsonl";

  private SampleProblems() {}

  /**
   * Reads them from the application.
   *
   * @throws FaultException when this build lacks them
   */
  public static ProblemSet load() {
    try (@Nullable InputStream stream = SampleProblems.class.getResourceAsStream(RESOURCE)) {
      if (stream == null) {
        throw new FaultException("This build lacks the sample problems (" + RESOURCE + ").");
      }
      BufferedReader reader =
          new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
      String source = "the sample problems";
      ProblemReader problems = new ProblemReader(source, ProblemReading.AUTOMATIC);
      JsonRecords.ofLines(source, reader, problems);
      return problems.finish("sample");
    } catch (IOException e) {
      throw new FaultException("Cannot read the sample problems.", e);
    }
  }
}
