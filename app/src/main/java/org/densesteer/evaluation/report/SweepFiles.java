package org.densesteer.evaluation.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import org.densesteer.common.AtomicFiles;
import org.densesteer.common.FaultException;
import org.densesteer.common.Json;
import org.densesteer.common.TextFiles;
import org.densesteer.evaluation.results.SweepFolder;

/**
 * The results of a sweep as they leave its folder, where its plan does not lie beside them: with
 * the settings inside.
 */
public final class SweepFiles {

  private SweepFiles() {}

  /**
   * Every cell as CSV, after two lines that begin with {@code #}, the second with the settings as
   * JSON; {@code pandas.read_csv(file, comment="#")} passes them over.
   *
   * @throws FaultException when the folder's file cannot be read
   */
  public static String csv(SweepFolder folder, SweepProvenance made) {
    return "# "
        + made.sentence()
        + "\n# settings: "
        + made.json()
        + "\n"
        + read(folder.cellsFile());
  }

  /**
   * All results as JSON, with the settings in the field {@code settings}.
   *
   * @throws FaultException when the folder's file cannot be read
   */
  public static String json(SweepFolder folder, SweepProvenance made) {
    JsonNode results;
    try {
      results = Json.LENIENT.readTree(read(folder.resultsFile()));
    } catch (JsonProcessingException e) {
      throw new FaultException(folder.resultsFile() + " is not the results of a sweep.", e);
    }
    if (!(results instanceof ObjectNode document)) {
      throw new FaultException(folder.resultsFile() + " is not the results of a sweep.");
    }
    document.set("settings", made.settings());
    return Json.text(Json.PRETTY, document) + "\n";
  }

  private static String read(Path file) {
    try {
      return TextFiles.read(file);
    } catch (IOException e) {
      throw new FaultException("Cannot read " + file + ": " + AtomicFiles.reason(e) + ".", e);
    }
  }
}
