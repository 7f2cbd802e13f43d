package org.densesteer.evaluation.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.io.IOException;
import java.nio.file.Path;
import org.densesteer.common.AtomicFiles;
import org.densesteer.common.FaultException;
import org.densesteer.common.Json;
import org.densesteer.common.TextFiles;
import org.densesteer.common.Texts;

/** Plans as JSON. */
public final class PlanJson {

  private static final ObjectWriter PRETTY =
      Json.SNAKE_CASE.writer(SerializationFeature.INDENT_OUTPUT);

  private PlanJson() {}

  /** What is in {@code plan.json}. */
  public record Document(String hash, SweepPlan plan, SweepOrigin origin) {}

  /** One line that is the same for equal plans. */
  static String canonical(SweepPlan plan) {
    return Json.text(Json.SNAKE_CASE.writer(), plan);
  }

  public static void write(Path file, SweepPlan plan, SweepOrigin origin) {
    Document document = new Document(plan.hash(), plan, origin);
    AtomicFiles.writeText(file, Json.text(PRETTY, document));
  }

  /**
   * Reads a plan.
   *
   * @throws FaultException when the file is missing, is no plan, or was changed by hand
   */
  public static Document read(Path file) {
    Document document;
    try {
      document = Json.SNAKE_CASE.readValue(TextFiles.read(file), Document.class);
    } catch (UnrecognizedPropertyException e) {
      throw new FaultException(
          Texts.of(
              "%s has a field “%s” that this version does not know: a newer version of the workbench made the sweep, or the file was changed by hand.",
              file, e.getPropertyName()),
          e);
    } catch (JsonProcessingException e) {
      throw new FaultException(file + " is not the plan of a sweep" + known(e) + ".", e);
    } catch (IOException e) {
      throw new FaultException(
          "Cannot read the plan of the sweep " + file + ": " + AtomicFiles.reason(e) + ".", e);
    }
    if (document == null || document.plan() == null || document.origin() == null) {
      throw new FaultException(file + " is not the plan of a sweep.");
    }
    if (!document.plan().hash().equals(document.hash())) {
      throw new FaultException(
          file + " was changed after the sweep began: its hash no longer fits.");
    }
    return document;
  }

  /** What a part of the plan had to say against it. */
  private static String known(JsonProcessingException e) {
    return e.getCause() instanceof FaultException fault
        ? " that this version can use: " + String.valueOf(fault.getMessage()).replaceAll("\\.$", "")
        : "";
  }
}
