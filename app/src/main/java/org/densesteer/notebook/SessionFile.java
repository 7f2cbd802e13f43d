package org.densesteer.notebook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.densesteer.common.AtomicFiles;
import org.densesteer.common.FaultException;
import org.densesteer.common.Json;
import org.densesteer.common.JsonFlaw;
import org.densesteer.common.Texts;
import org.densesteer.files.bytes.FileBytes;
import org.densesteer.files.zip.StoredZip;
import org.densesteer.files.zip.ZipArchive;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.format.ReadOptions;
import org.densesteer.steering.format.VectorFiles;
import org.densesteer.steering.format.VectorFormats;
import org.densesteer.steering.format.WriteOptions;

/**
 * Session files, {@code .densesteer}: a ZIP archive of {@code session.json} and, for each vector,
 * {@code vectors/<hash>.safetensors}. Everything about a file from a stranger is bounded: its size,
 * what it unpacks to, how deep and how many its values are; names in it are never paths on disk.
 */
public final class SessionFile {

  /** Ending of the file's name. */
  public static final String ENDING = ".densesteer";

  /** Most bytes of a file, and of what it unpacks to. */
  static final int MOST_BYTES = (int) ZipArchive.MAX_UNPACKED;

  private static final String MAIN = "session.json";
  private static final int DEEPEST = 64;
  private static final long MOST_VALUES = 10_000_000;

  private static final JsonMapper JSON =
      Json.strict(
          StreamReadConstraints.builder()
              .maxNestingDepth(DEEPEST)
              .maxTokenCount(MOST_VALUES)
              .build());

  private SessionFile() {}

  /**
   * A session as a file had it.
   *
   * @param session its content
   * @param notes complete sentences about what the file holds and is not used, or lacks
   */
  public record Content(Session session, List<String> notes) {

    /** Freezes the list. */
    public Content {
      notes = List.copyOf(notes);
    }
  }

  /**
   * Refuses a name that a new file cannot have.
   *
   * @throws FaultException when there is a file of this name
   */
  public static void requireNew(Path file) {
    if (Files.exists(file)) {
      throw new FaultException(
          "There is a file " + file + " already, and it is not written over; choose another name.");
    }
  }

  /**
   * Writes a session; what stood there before is replaced when all of it is written.
   *
   * @throws FaultException when it is too large for a session file, or the disk refuses it
   */
  public static void write(Session session, Path file) {
    AtomicFiles.write(file, temporary -> StoredZip.write(temporary, entries(session, temporary)));
  }

  private static Map<String, byte[]> entries(Session session, Path beside) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put(MAIN, Json.PRETTY.writeValueAsBytes(SessionJson.of(session)));
    for (Map.Entry<String, SteeringVector> vector : session.vectors().entrySet()) {
      entries.put(entry(vector.getKey()), bytes(vector.getValue(), beside));
    }
    long size = entries.values().stream().mapToLong(content -> content.length).sum();
    if (size > MOST_BYTES) {
      throw new FaultException(
          Texts.of(
              "The session's %d runs and %d vectors are %d MiB, and a session file holds at most"
                  + " %d; leave some runs out.",
              session.runs().size(), session.vectors().size(), size >> 20, MOST_BYTES >> 20));
    }
    return entries;
  }

  private static byte[] bytes(SteeringVector vector, Path beside) throws IOException {
    Path file = beside.resolveSibling(beside.getFileName() + ".vector");
    try {
      VectorFormats.SAFETENSORS.write(vector, WriteOptions.DEFAULT, file);
      return Files.readAllBytes(file);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static String entry(String hash) {
    return "vectors/" + hash + ".safetensors";
  }

  /**
   * Reads a session.
   *
   * @throws FaultException with one sentence when the file is missing, broken, too large, no
   *     session, or made by a newer version
   */
  public static Content read(Path file) {
    FileBytes bytes = FileBytes.load("session", file, MOST_BYTES);
    if (!ZipArchive.looksLikeOne(bytes)) {
      throw new FaultException("The file " + file + " is not a session: it is no ZIP archive.");
    }
    ZipArchive archive = ZipArchive.open(bytes);
    if (!archive.names().contains(MAIN)) {
      throw new FaultException(
          "The file " + file + " is not a session: it has no entry “" + MAIN + "”.");
    }
    Reading reading = new Reading(file.toString());
    Map<String, String> names = new TreeMap<>();
    Session session =
        SessionJson.read(json(archive.read(MAIN), file), file.toString(), names, reading);
    List<String> notes = new ArrayList<>();
    Session whole = with(vectors(archive, names, file, notes), session);
    notes.addAll(0, reading.notes());
    List<String> others =
        archive.names().stream()
            .filter(name -> !name.equals(MAIN) && !isVector(name, names))
            .toList();
    if (!others.isEmpty()) {
      notes.add(
          Texts.of(
              "The file %s holds %d entries that this version does not use, the first of them %s.",
              file, others.size(), FileBytes.quote(others.get(0))));
    }
    return new Content(whole, notes);
  }

  private static JsonNode json(FileBytes content, Path file) {
    byte[] json = new byte[content.size()];
    content.content().get(json);
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new FaultException(
          Texts.of("The entry “%s” of the file %s %s.", MAIN, file, JsonFlaw.of(e)), e);
    } catch (IOException e) {
      throw JsonFlaw.in(file, e);
    }
  }

  private static boolean isVector(String name, Map<String, String> names) {
    return names.keySet().stream().anyMatch(hash -> name.equals(entry(hash)));
  }

  private static Map<String, SteeringVector> vectors(
      ZipArchive archive, Map<String, String> names, Path file, List<String> notes) {
    Map<String, SteeringVector> vectors = new TreeMap<>();
    names.forEach(
        (hash, name) -> {
          if (!archive.names().contains(entry(hash))) {
            notes.add(
                Texts.of(
                    "The file %s names the vector %s but does not hold it; its runs can be shown,"
                        + " not repeated.",
                    file, FileBytes.quote(name)));
            return;
          }
          SteeringVector vector =
              VectorFiles.read(archive.read(entry(hash)), new ReadOptions(name, 0)).vector();
          if (!RunSteering.hash(vector).equals(hash)) {
            throw new FaultException(
                Texts.of(
                    "The file %s does not hold what it should: the values of the vector %s are not"
                        + " those that its hash stands for.",
                    file, FileBytes.quote(name)));
          }
          vectors.put(hash, vector);
        });
    return vectors;
  }

  private static Session with(Map<String, SteeringVector> vectors, Session session) {
    return new Session(
        session.saved(),
        session.madeBy(),
        session.modelId(),
        session.modelFingerprint(),
        session.runs(),
        session.marks(),
        vectors,
        session.panels(),
        session.bundle());
  }
}
