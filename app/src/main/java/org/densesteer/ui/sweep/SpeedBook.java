package org.densesteer.ui.sweep;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.densesteer.common.FaultException;
import org.densesteer.common.Json;
import org.densesteer.common.KeptFile;
import org.densesteer.common.KeptJson;
import org.densesteer.evaluation.run.SweepSpeed;

/** Speeds that were measured on this machine, by model and arithmetic, kept in a file. */
final class SpeedBook {

  private static final int VERSION = 1;

  /**
   * A speed that was measured.
   *
   * @param tokensPerSecond of all answers together
   * @param tokensPerAnswer of those that ended
   * @param open share of those that did not
   * @param measured when, in milliseconds since 1970
   * @param bySweep whether a sweep gave it, and not a short trial
   */
  record Entry(
      double tokensPerSecond, double tokensPerAnswer, double open, long measured, boolean bySweep) {

    static Entry of(SweepSpeed speed, Instant when, boolean bySweep) {
      return new Entry(
          speed.tokensPerSecond(),
          speed.tokensPerAnswer(),
          speed.open(),
          when.toEpochMilli(),
          bySweep);
    }

    SweepSpeed speed() {
      return new SweepSpeed(tokensPerSecond, tokensPerAnswer, open);
    }
  }

  /** What is in the file. */
  record Content(int version, Map<String, Entry> speeds) {}

  private final KeptFile<Content> file;

  SpeedBook(Path sweeps) {
    file =
        new KeptFile<>(
            sweeps.resolve("speeds.json"),
            "The measured speeds",
            "times are estimated once they are measured again",
            new KeptJson<>(Content.class, VERSION, Json.PRETTY),
            Clock.systemUTC());
  }

  private static String key(String model, String precision) {
    return model + " " + precision;
  }

  private Map<String, Entry> read(Consumer<FaultException> told) {
    return file.read(told)
        .map(Content::speeds)
        .map(speeds -> (Map<String, Entry>) new TreeMap<>(speeds))
        .orElseGet(TreeMap::new);
  }

  /** What was measured last of a model; reads the file. */
  synchronized Optional<Entry> find(String model, String precision, Consumer<FaultException> told) {
    return Optional.ofNullable(read(told).get(key(model, precision)));
  }

  /**
   * Notes a speed.
   *
   * @throws FaultException when it cannot be written
   */
  synchronized void note(
      String model, String precision, Entry entry, Consumer<FaultException> told) {
    Map<String, Entry> speeds = read(told);
    speeds.put(key(model, precision), entry);
    file.write(new Content(VERSION, speeds));
  }
}
