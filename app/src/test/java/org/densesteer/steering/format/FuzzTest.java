package org.densesteer.steering.format;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.densesteer.common.FaultException;
import org.densesteer.fuzz.Fuzz;
import org.densesteer.fuzz.Mutations;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Damaged files give a vector or one sentence: no crash, no hang, no outsized allocation. */
class FuzzTest {

  private static final int INPUTS = Fuzz.inputs(8_000);
  private static final long SLOWEST_NANOS = 10_000_000_000L;

  /** Room for buffers, exceptions and loaded classes, whatever the file's size. */
  private static final long ALLOWED_BYTES = 8L << 20;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @TestFactory
  List<DynamicTest> damagedFilesOfEveryFormat() {
    List<DynamicTest> tests = new ArrayList<>();
    for (VectorFormat format : VectorFormats.all()) {
      tests.add(dynamicTest(format.id(), () -> fuzz(format)));
    }
    return tests;
  }

  @TestFactory
  List<DynamicTest> damagedEntriesOfSoundArchives() {
    return List.of(
        dynamicTest("pytorch", () -> fuzzEntries(VectorFormats.PYTORCH, "data.pkl")),
        dynamicTest("npz", () -> fuzzEntries(VectorFormats.NPZ, ".npy")));
  }

  private void fuzz(VectorFormat format) throws IOException {
    byte[] sound = Archives.written(format, Vectors.random(8, 0, 1, 2));
    Archives.read(format, sound);
    Mutations mutations = new Mutations(Fuzz.SEED + format.id().hashCode());
    int refused = 0;
    for (int i = 0; i < INPUTS; i++) {
      refused += attempt(format, mutations.of(sound), i);
    }
    assertTrue(refused > INPUTS / 4, "only " + refused + " of " + INPUTS + " were refused");
  }

  private void fuzzEntries(VectorFormat format, String entryEnding) throws IOException {
    Map<String, byte[]> sound =
        Archives.unzip(Archives.written(format, Vectors.random(8, 0, 1, 2)));
    // Once before anything is measured: the first reading loads classes.
    Archives.read(format, Archives.stored(sound));
    List<String> names = sound.keySet().stream().filter(n -> n.endsWith(entryEnding)).toList();
    Mutations mutations = new Mutations(Fuzz.SEED);
    int refused = 0;
    for (int i = 0; i < INPUTS; i++) {
      String name = names.get(i % names.size());
      byte[] original = sound.get(name);
      sound.put(name, mutations.of(original));
      refused += attempt(format, Archives.stored(sound), i);
      sound.put(name, original);
    }
    assertTrue(refused > INPUTS / 4, "only " + refused + " of " + INPUTS + " were refused");
  }

  /** Returns 1 when the input was refused in the proper way, 0 when it was read. */
  private int attempt(VectorFormat format, byte[] input, int number) {
    long allocated = threads.getCurrentThreadAllocatedBytes();
    long start = System.nanoTime();
    int refused = 0;
    try {
      Archives.read(format, input);
    } catch (FaultException e) {
      refused = 1;
      requireSentence(e.getMessage());
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      fail(format.id() + " input " + number + ": " + HexFormat.of().formatHex(input), e);
    }
    assertTrue(System.nanoTime() - start < SLOWEST_NANOS, "input " + number + " took too long");
    long used = threads.getCurrentThreadAllocatedBytes() - allocated;
    assertTrue(used < ALLOWED_BYTES, "input " + number + " allocated " + used + " bytes");
    return refused;
  }

  private static void requireSentence(String message) {
    assertTrue(
        message.startsWith("The ")
            && message.endsWith(".")
            && message.length() < 400
            && message.chars().noneMatch(Character::isISOControl),
        message);
  }
}
