package org.densesteer.diagnosis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.densesteer.common.AppVersion;
import org.densesteer.common.FaultException;
import org.densesteer.common.Texts;
import org.densesteer.hub.HubEnvironment;
import org.densesteer.hub.HubReach;
import org.densesteer.model.Precision;
import org.densesteer.model.ProcessorKind;
import org.densesteer.model.decoder.Arithmetic;
import org.densesteer.model.memory.ByteSize;
import org.densesteer.model.memory.FreeMemory;
import org.densesteer.model.memory.MemoryProbe;
import org.densesteer.model.torch.Engines;

/**
 * What a person would be asked for who says that something does not work.
 *
 * @param facts by their name, in the order in which they are read
 * @param problems a sentence for each thing that does not work
 */
public record Diagnosis(Map<String, String> facts, List<String> problems) {

  /** A checkpoint so large that its arithmetic is chosen by what the processor can do. */
  private static final long LARGE = 4L << 30;

  /** Freezes both. */
  public Diagnosis {
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    problems = List.copyOf(problems);
  }

  /**
   * Finds everything out; takes two seconds or so.
   *
   * @param askHub whether the hub is asked whether it can be reached; else nothing is sent anywhere
   */
  public static Diagnosis make(boolean askHub) {
    Map<String, String> facts = new LinkedHashMap<>();
    List<String> problems = new ArrayList<>();
    facts.put("DenseSteer Workbench", AppVersion.number());
    facts.put(
        "Java",
        Texts.of(
            "%s (%s), up to %s of heap",
            System.getProperty("java.version"),
            System.getProperty("java.vendor"),
            ByteSize.text(Runtime.getRuntime().maxMemory())));
    facts.put(
        "System",
        Texts.of(
            "%s %s, %s",
            System.getProperty("os.name"),
            System.getProperty("os.version"),
            System.getProperty("sun.jnu.encoding")));
    facts.put(
        "Processor",
        Texts.of(
            "%d threads, %s",
            Runtime.getRuntime().availableProcessors(), ProcessorKind.ofThisComputer()));
    FreeMemory free = MemoryProbe.free();
    facts.put("Free memory", ByteSize.text(free.bytes()) + ", " + free.source());
    Places.addTo(facts, problems);
    attempt(facts, problems, "Engine", Engines::versions);
    attempt(facts, problems, "Precision of a large model", Diagnosis::precision);
    attempt(facts, problems, "Self-test", SelfTest::run);
    if (askHub) {
      attempt(facts, problems, "Hub", () -> HubReach.of(HubEnvironment.ofProcess()));
    }
    return new Diagnosis(facts, problems);
  }

  private static String precision() {
    Arithmetic chosen = Arithmetic.choose(Precision.AUTO, LARGE);
    return chosen.label() + ": " + chosen.reason();
  }

  /** Finds out what may fail with a fault. */
  private interface Question {
    String answer();
  }

  private static void attempt(
      Map<String, String> facts, List<String> problems, String name, Question question) {
    try {
      facts.put(name, question.answer());
    } catch (FaultException e) {
      facts.put(name, "does not work");
      problems.add(String.valueOf(e.getMessage()));
    }
  }

  /** For a person: a line for each fact, then the problems. */
  public String text() {
    int width = facts.keySet().stream().mapToInt(String::length).max().orElse(0);
    StringBuilder text = new StringBuilder();
    facts.forEach((name, value) -> text.append(Texts.of("%-" + width + "s  %s%n", name, value)));
    text.append(problems.isEmpty() ? "Everything works." : String.join("\n", problems));
    return text.toString();
  }

  /** For a program. */
  public Map<String, Object> json() {
    Map<String, Object> json = new TreeMap<>();
    json.put("facts", facts);
    json.put("problems", problems);
    return json;
  }
}
