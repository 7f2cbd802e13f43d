package org.densesteer.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.management.ManagementFactory;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.densesteer.common.FaultException;
import org.jspecify.annotations.Nullable;

/**
 * Gives a reader damaged copies of sound input. Each must be read or refused in one sentence, soon,
 * and without taking much memory. The changes follow from the seed, so a failure comes again.
 *
 * <p>{@code -Ddensesteer.fuzz.inputs=N} sets how many copies each reader gets, {@code
 * -Ddensesteer.fuzz.seed=N} gives others.
 */
public final class Fuzz {

  /** Decides the changes. */
  public static final long SEED = Long.getLong("densesteer.fuzz.seed", 1);

  private static final int INPUTS = 5_000;
  private static final long SLOWEST_NANOS = 10_000_000_000L;
  private static final long MOST_BYTES = 256L << 20;

  /** What only a programmer understands. */
  private static final Pattern INTERNAL =
      Pattern.compile("\\b(java|com|org)\\.[a-z]+\\.|Exception|Source:|@[0-9a-f]{6,}");

  /** What a text is tried as before anything in it is changed; … is the sound one. */
  private static final List<String> WHOLE =
      List.of("", "\n", "null", "[]", "{}", "1", "\"x\"", "\n…", "…\n\n", "null\n…", "[…]", "…,");

  /** Reads one input. */
  @FunctionalInterface
  public interface Reader {
    /** Reads it to its end, or throws. */
    void read(byte[] input) throws Exception;
  }

  private final String name;
  private final byte[] sound;
  private final Reader reader;
  private final AtomicLong began = new AtomicLong();
  private volatile int number;
  private volatile byte[] input;
  private volatile @Nullable Throwable failure;
  private int refused;

  private Fuzz(String name, byte[] sound, Reader reader) {
    this.name = name;
    this.sound = sound;
    this.reader = reader;
    this.input = sound;
  }

  /** How many copies a reader gets; {@code usual} unless the property says otherwise. */
  public static int inputs(int usual) {
    return Integer.getInteger("densesteer.fuzz.inputs", usual);
  }

  /** Tries a reader of binary input. */
  public static void bytes(String name, byte[] sound, Reader reader) throws Exception {
    new Fuzz(name, sound, reader).run(new Mutations(SEED + name.hashCode())::of);
  }

  /** Tries a reader of JSON or of another text. */
  public static void text(String name, byte[] sound, Reader reader) throws Exception {
    Mutations mutations = new Mutations(SEED + name.hashCode());
    Iterator<String> whole = WHOLE.iterator();
    new Fuzz(name, sound, reader)
        .run(
            given ->
                whole.hasNext()
                    ? whole.next().replace("…", new String(given, UTF_8)).getBytes(UTF_8)
                    : mutations.ofText(given));
  }

  private void run(UnaryOperator<byte[]> mutations) throws Exception {
    reader.read(sound);
    int inputs = inputs(INPUTS);
    Thread worker =
        new Thread(
            () -> {
              try {
                for (number = 0; number < inputs; number++) {
                  input = mutations.apply(sound);
                  began.set(System.nanoTime());
                  attempt();
                }
              } catch (Throwable e) {
                failure = e;
              }
            },
            "fuzz " + name);
    worker.setDaemon(true);
    began.set(System.nanoTime());
    worker.start();
    while (worker.isAlive()) {
      worker.join(200);
      if (worker.isAlive() && System.nanoTime() - began.get() > SLOWEST_NANOS) {
        throw new AssertionError(named() + " takes longer than ten seconds");
      }
    }
    if (failure != null) {
      throw new AssertionError(named(), failure);
    }
    if (refused == 0) {
      throw new AssertionError("none of " + inputs + " damaged inputs of " + name + " was refused");
    }
  }

  private String named() {
    return Texts.named(name, number, input);
  }

  private void attempt() throws Exception {
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    try {
      reader.read(input);
    } catch (FaultException e) {
      refused++;
      requireSentence(String.valueOf(e.getMessage()));
    }
    long used = threads.getCurrentThreadAllocatedBytes() - before;
    if (used > MOST_BYTES) {
      throw new AssertionError("it took " + (used >> 20) + " MB of memory");
    }
  }

  /** One that a person can read. */
  public static void requireSentence(String message) {
    if (!message.endsWith(".")
        || message.length() > 1_000
        || message.chars().anyMatch(Character::isISOControl)
        || message.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE)
        || INTERNAL.matcher(message).find()) {
      throw new AssertionError("this is no sentence: " + message);
    }
  }

  /** Readers that tell of what they could not use, rather than throwing. */
  public static void requireSentences(List<String> messages) {
    messages.forEach(Fuzz::requireSentence);
  }

  private static final class Texts {
    static String named(String name, int number, byte[] input) {
      String text = new String(input, UTF_8);
      boolean printable = text.chars().noneMatch(c -> c == '\ufffd' || c == 0);
      return name
          + " input "
          + number
          + ": "
          + (printable ? text : HexFormat.of().formatHex(input));
    }
  }
}
