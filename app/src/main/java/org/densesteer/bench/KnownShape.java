package org.densesteer.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.densesteer.common.FaultException;
import org.densesteer.common.Texts;

/** Shapes of published models; sizes as in the {@code config.json} that each was published with. */
public enum KnownShape {
  /** Qwen2.5-0.5B, 494 million parameters. */
  QWEN2_5_0_5B("qwen2.5-0.5b"),
  /** Qwen2.5-1.5B. */
  QWEN2_5_1_5B("qwen2.5-1.5b"),
  /** Qwen2.5-3B. */
  QWEN2_5_3B("qwen2.5-3b"),
  /** Llama-3.2-1B. */
  LLAMA_3_2_1B("llama-3.2-1b"),
  /** Llama-3.2-3B. */
  LLAMA_3_2_3B("llama-3.2-3b"),
  /** Qwen3-0.6B. */
  QWEN3_0_6B("qwen3-0.6b");

  private final String label;

  KnownShape(String label) {
    this.label = label;
  }

  /** The name by which people know it. */
  public String label() {
    return label;
  }

  /** The text of its {@code config.json}. */
  byte[] config() {
    try (InputStream in = KnownShape.class.getResourceAsStream("shapes/" + label + ".json")) {
      if (in == null) {
        throw new IllegalStateException("the shape " + label + " is not on the class path");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The shape of that name, in any case.
   *
   * @throws FaultException when there is none
   */
  public static KnownShape named(String name) {
    return Arrays.stream(values())
        .filter(shape -> shape.label.equals(name.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new FaultException(
                    Texts.of("There is no shape '%s'; known are %s.", name, labels())));
  }

  /** All names, separated by commas. */
  public static String labels() {
    return Arrays.stream(values()).map(KnownShape::label).collect(Collectors.joining(", "));
  }
}
