package org.densesteer.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.densesteer.common.FaultException;
import org.densesteer.common.Json;
import org.densesteer.common.Texts;
import org.densesteer.steering.SteeringVector;
import org.jspecify.annotations.Nullable;

/** A session as JSON; of its vectors, their names and hashes. */
public final class SessionJson {

  /** The form that is written, and the latest that is read. */
  public static final int VERSION = 1;

  private SessionJson() {}

  /** All of a session but the values of its vectors. */
  public static ObjectNode of(Session session) {
    ObjectNode node = Json.object();
    node.put("version", VERSION);
    node.putObject("model")
        .put("id", session.modelId())
        .put("fingerprint", session.modelFingerprint());
    node.put("saved", session.saved().toString()).put("made_by", session.madeBy());
    ArrayNode vectors = node.putArray("vectors");
    session
        .vectors()
        .forEach((hash, v) -> vectors.addObject().put("sha256", hash).put("name", v.name()));
    ArrayNode marks = node.putArray("marks");
    session.marks().forEach((run, mark) -> marks.add(mark(run, mark)));
    if (session.panels() != null) {
      node.set("panels", session.panels());
    }
    if (session.bundle() != null) {
      node.set("bundle", BundleJson.of(session.bundle()));
    }
    ArrayNode runs = node.putArray("runs");
    session.runs().forEach(run -> runs.add(RunJson.of(run)));
    return node;
  }

  static ObjectNode mark(String run, RunMark mark) {
    ObjectNode node = Json.object().put("run", run).put("star", mark.star());
    node.put("note", mark.note());
    mark.tags().forEach(node.putArray("tags")::add);
    return node;
  }

  static RunMark mark(Fields fields) {
    return new RunMark(fields.flag("star"), fields.text("note"), fields.texts("tags"));
  }

  /**
   * Reads it back, without its vectors.
   *
   * @param names takes the vectors' hashes and names
   * @throws FaultException when it is no session, or one of a later form
   */
  static Session read(JsonNode node, String file, Map<String, String> names, Reading reading) {
    Fields fields = new Fields(node, "", reading);
    requireVersion(fields.integer("version"), "session file " + file);
    Fields model = fields.object("model");
    String id = model.text("id");
    String fingerprint = model.text("fingerprint");
    model.end();
    for (Fields vector : fields.objects("vectors")) {
      names.put(vector.text("sha256"), vector.text("name"));
      vector.end();
    }
    Map<String, RunMark> marks = new LinkedHashMap<>();
    for (Fields mark : fields.objects("marks")) {
      marks.put(mark.text("run"), mark(mark));
      mark.end();
    }
    List<Run> runs = new ArrayList<>();
    RunReader reader = new RunReader(reading);
    for (JsonNode run : fields.items("runs")) {
      runs.add(reader.run(run, "runs." + runs.size()));
    }
    Session session =
        new Session(
            fields.parsed("saved", Instant::parse),
            fields.text("made_by"),
            id,
            fingerprint,
            runs,
            marks,
            new TreeMap<String, SteeringVector>(),
            panels(fields),
            fields.has("bundle") ? BundleJson.read(fields.object("bundle")) : null);
    fields.end();
    return session;
  }

  private static @Nullable ObjectNode panels(Fields fields) {
    if (!fields.has("panels")) {
      return null;
    }
    if (fields.node("panels") instanceof ObjectNode object) {
      return object;
    }
    throw fields.fault("panels", "a JSON object");
  }

  /**
   * Refuses a later form.
   *
   * @param what the file, to follow "The"
   */
  static void requireVersion(int version, String what) {
    if (version > VERSION) {
      throw new FaultException(
          Texts.of(
              "The %s was made by a newer version of the workbench: its format is version %d; this"
                  + " one reads up to %d.",
              what, version, VERSION));
    }
    if (version < 1) {
      throw new FaultException(
          Texts.of(
              "The %s says to be of format version %d; there is none below 1.", what, version));
    }
  }
}
