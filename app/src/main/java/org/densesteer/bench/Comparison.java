package org.densesteer.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.densesteer.common.AtomicFiles;
import org.densesteer.common.FaultException;
import org.densesteer.common.Json;
import org.densesteer.common.Texts;
import org.jspecify.annotations.Nullable;

/** The saved {@code bench --json} of another build, and what became of its figures. */
public final class Comparison {

  private static final List<String> FIGURES =
      List.of(
          "load_ms", "first_token_ms", "strength_change_ms", "peak_rss_bytes", "resident_bytes");
  private static final List<String> OF_ROWS =
      List.of("prompt_ms", "decode_tokens_per_second_per_row", "decode_tokens_per_second_total");
  private static final List<String> OF_LONG = List.of("ms", "peak_rss_bytes");
  private static final List<String> OF_RERUNS =
      List.of("plain_tokens_per_second", "draft_tokens_per_second");

  /** What must be the same for figures to be compared. */
  private static final List<String> SAME =
      List.of("precision", "weight_bytes", "prompt_tokens", "new_tokens");

  private final Path file;
  private final JsonNode other;

  /**
   * A figure that both builds have.
   *
   * @param figure its name
   * @param now of this build
   * @param then of the other
   * @param ratio now / then
   */
  public record Ratio(String figure, double now, double then, double ratio) {

    @Override
    public String toString() {
      return Texts.of("%-48s %14.1f %14.1f %8.3f", figure, now, then, ratio);
    }
  }

  private Comparison(Path file, JsonNode other) {
    this.file = file;
    this.other = other;
  }

  /**
   * Reads a file.
   *
   * @throws FaultException when it cannot be read or is no result of {@code bench --json}
   */
  public static Comparison with(Path file) {
    JsonNode node;
    try {
      node = Json.LENIENT.readTree(Files.readString(file));
    } catch (JsonProcessingException e) {
      throw none(file, e);
    } catch (IOException e) {
      throw new FaultException(Texts.of("Cannot read %s: %s.", file, AtomicFiles.reason(e)), e);
    }
    if (!node.path("results").isArray() || !node.path("prompt_tokens").isInt()) {
      throw none(file, null);
    }
    return new Comparison(file, node);
  }

  private static FaultException none(Path file, @Nullable Throwable cause) {
    String sentence = Texts.of("%s is no result of bench --json.", file);
    return cause == null ? new FaultException(sentence) : new FaultException(sentence, cause);
  }

  /**
   * Refuses figures of something else.
   *
   * @param report of this build, as JSON
   * @throws FaultException when the other build measured another model, in another way
   */
  public void requireSame(JsonNode report) {
    for (String field : SAME) {
      if (report.has(field) && !report.get(field).asText().equals(other.path(field).asText())) {
        throw new FaultException(
            Texts.of(
                "%s was measured with %s %s, this with %s: their figures do not compare.",
                file,
                field.replace('_', ' '),
                other.path(field).asText("unknown"),
                report.get(field).asText()));
      }
    }
  }

  /** The ratio of every figure that both have. */
  public List<Ratio> ratios(JsonNode report) {
    List<Ratio> ratios = new ArrayList<>();
    FIGURES.forEach(figure -> add(ratios, "", figure, report, other));
    pair(ratios, report, "results", "rows", OF_ROWS);
    pair(ratios, report, "long_prompts", "tokens", OF_LONG);
    pair(ratios, report, "scored_answers", "tokens", OF_LONG);
    pair(ratios, report, "rerun", "share", OF_RERUNS);
    return ratios;
  }

  private void pair(
      List<Ratio> ratios, JsonNode report, String list, String key, List<String> figures) {
    for (JsonNode now : report.path(list)) {
      for (JsonNode then : other.path(list)) {
        if (now.path(key).asDouble() == then.path(key).asDouble()) {
          String prefix = list + " " + now.path(key).asText() + " ";
          figures.forEach(figure -> add(ratios, prefix, figure, now, then));
        }
      }
    }
  }

  private static void add(
      List<Ratio> ratios, String prefix, String figure, JsonNode now, JsonNode then) {
    if (now.path(figure).isNumber() && then.path(figure).isNumber()) {
      double a = now.get(figure).asDouble();
      double b = then.get(figure).asDouble();
      ratios.add(new Ratio((prefix + figure).replace('_', ' '), a, b, a / b));
    }
  }
}
