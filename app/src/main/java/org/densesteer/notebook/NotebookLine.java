package org.densesteer.notebook;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.densesteer.common.Json;
import org.jspecify.annotations.Nullable;

/**
 * One line of the notebook's journal: a run, with its summary before it, or what became of one.
 *
 * @param run id of the run
 * @param summary of a run that is added; else null
 * @param mark what is noted of it from now on; else null
 * @param floor whether it holds what random directions did beside the run
 * @param deleted whether it is deleted from now on, or back again; else null
 */
record NotebookLine(
    String run,
    @Nullable RunSummary summary,
    @Nullable RunMark mark,
    boolean floor,
    @Nullable Boolean deleted) {

  /** The form that is written, and the latest that is read. */
  static final int VERSION = 1;

  private static final ObjectReader SUMMARY = reader(Summary.class);
  private static final ObjectReader MARK = reader(RunMark.class);

  /** A summary as it is written, its time as text. */
  private record Summary(
      String made, String question, Map<String, String> settings, List<ArmSummary> arms) {}

  /** A line that a later version wrote. */
  static final class NewerException extends IOException {}

  private static ObjectReader reader(Class<?> type) {
    return Json.SNAKE_CASE
        .readerFor(type)
        .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  }

  private static ObjectNode begin(String run) {
    return Json.object().put("version", VERSION).put("run", run);
  }

  private static byte[] bytes(ObjectNode line) {
    return (line + "\n").getBytes(StandardCharsets.UTF_8);
  }

  static byte[] of(Run run) {
    RunSummary summary = RunSummary.of(run);
    ObjectNode line = begin(run.id());
    line.set(
        "summary",
        Json.SNAKE_CASE.valueToTree(
            new Summary(
                summary.made().toString(),
                summary.question(),
                summary.settings(),
                summary.arms())));
    line.set("record", RunJson.of(run));
    return bytes(line);
  }

  static byte[] of(String run, RunMark mark) {
    ObjectNode line = begin(run);
    line.set("mark", Json.SNAKE_CASE.valueToTree(mark));
    return bytes(line);
  }

  static byte[] floor(String run, RunFloor floor) {
    ObjectNode line = begin(run);
    line.set(FloorJson.NAME, FloorJson.of(floor));
    return bytes(line);
  }

  /**
   * What random directions did, of a whole line.
   *
   * @param file what sentences call the notebook
   * @throws IOException when it is no JSON
   */
  static RunFloor floor(byte[] line, String file) throws IOException {
    return FloorJson.read(new Fields(Json.STRICT.readTree(line), "", new Reading(file)));
  }

  static byte[] deletion(String run, boolean deleted) {
    return bytes(begin(run).put("deleted", deleted));
  }

  /**
   * Reads a line as far as its record.
   *
   * @param beginning the line's bytes, or as many of them as hold everything but the record
   * @throws NewerException when a later version wrote it
   * @throws IOException when it is no line of a notebook
   */
  static NotebookLine read(byte[] beginning, int length) throws IOException {
    String run = null;
    RunSummary summary = null;
    RunMark mark = null;
    boolean floor = false;
    Boolean deleted = null;
    try (JsonParser parser = Json.SNAKE_CASE.createParser(beginning, 0, length)) {
      require(parser.nextToken() == JsonToken.START_OBJECT);
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        switch (name) {
          case "version" -> requireVersion(parser.getIntValue());
          case "run" -> run = parser.getText();
          case "summary" -> summary = summary(run, SUMMARY.readValue(parser));
          case "mark" -> mark = MARK.readValue(parser);
          case FloorJson.NAME -> {
            floor = true;
            parser.skipChildren();
          }
          case "deleted" -> deleted = parser.getBooleanValue();
          case "record" -> {
            require(run != null && summary != null);
            return new NotebookLine(run, summary, null, false, null);
          }
          default -> parser.skipChildren();
        }
      }
    } catch (RuntimeException e) {
      throw new IOException("no line of a notebook", e);
    }
    require(run != null && summary == null);
    return new NotebookLine(run, null, mark, floor, deleted);
  }

  private static RunSummary summary(@Nullable String run, Summary read) throws IOException {
    require(run != null);
    return new RunSummary(
        run,
        Instant.parse(read.made()),
        read.question(),
        new LinkedHashMap<>(read.settings()),
        read.arms());
  }

  private static void requireVersion(int version) throws IOException {
    if (version > VERSION) {
      throw new NewerException();
    }
  }

  private static void require(boolean holds) throws IOException {
    if (!holds) {
      throw new IOException("no line of a notebook");
    }
  }

  /**
   * The run of a whole line.
   *
   * @param file what sentences call the notebook
   * @throws IOException when it is no JSON
   */
  static Run run(byte[] line, String file) throws IOException {
    JsonNode node = Json.STRICT.readTree(line);
    return new RunReader(new Reading(file)).run(node.path("record"), "record");
  }
}
