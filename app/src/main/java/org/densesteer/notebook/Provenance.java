package org.densesteer.notebook;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.densesteer.common.AppVersion;
import org.densesteer.common.Json;
import org.densesteer.common.Texts;
import org.densesteer.figure.Origin;

/**
 * What made the figures of an export: the settings of every run that it shows.
 *
 * @param runs the runs
 * @param unfinished names of shown arms whose run had not ended, so that no record of it exists
 */
public record Provenance(List<Run> runs, List<String> unfinished) {

  /** Freezes the lists. */
  public Provenance {
    runs = List.copyOf(runs);
    unfinished = List.copyOf(unfinished);
  }

  /** That of runs that have ended. */
  public static Provenance of(List<Run> runs) {
    return new Provenance(runs, List.of());
  }

  /** All of it for a program, in the fields of a session file, as JSON on one line. */
  public String json() {
    ObjectNode node = Json.object();
    node.put("exported_by", "densesteer " + AppVersion.number());
    if (!unfinished.isEmpty()) {
      unfinished.forEach(node.putArray("unfinished")::add);
    }
    ArrayNode list = node.putArray("runs");
    runs.forEach(run -> list.add(RunJson.settings(run)));
    return Json.text(Json.COMPACT, node);
  }

  /** A sentence for each run, on one line. */
  public String sentence() {
    List<String> sentences = new ArrayList<>();
    runs.forEach(run -> sentences.add(sentence(run)));
    if (!unfinished.isEmpty()) {
      sentences.add("Not ended when it was saved: " + String.join(", ", unfinished) + ".");
    }
    return String.join(" ", sentences).replaceAll("\\s+", " ");
  }

  /** What a run was made with, but for its question. */
  public static String sentence(Run run) {
    String steered =
        run.arms().stream()
            .filter(arm -> !arm.steerings().isEmpty())
            .map(Provenance::steering)
            .collect(Collectors.joining("; "));
    return Texts.of(
        "%s (fingerprint %s, %s), %s%s; run %s of %s, densesteer %s.",
        run.model().id(),
        run.model().fingerprint(),
        run.model().precision(),
        RunWords.decoding(run.decoding()),
        steered.isEmpty() ? "" : "; " + steered,
        run.id(),
        run.made(),
        run.madeBy());
  }

  private static String steering(RunArm arm) {
    return arm.name()
        + ": "
        + arm.steerings().stream()
            .map(
                each ->
                    Texts.of(
                        "%s (SHA-256 %s…)",
                        RunWords.steering(each),
                        each.vectorHash().substring(0, Math.min(12, each.vectorHash().length()))))
            .collect(Collectors.joining(" + "))
        + (arm.changes().isEmpty() ? "" : ", changed while it answered");
  }

  /** The same for the files of figures. */
  public Origin origin() {
    return new Origin(sentence(), json());
  }
}
