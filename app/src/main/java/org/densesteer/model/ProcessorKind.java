package org.densesteer.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The kind of processor, in so far as it decides how numbers are added up: its architecture and its
 * vector instructions. Processors of one kind compute the same bits.
 */
public final class ProcessorKind {

  private static final Path LINUX = Path.of("/proc/cpuinfo");

  /** Of these the engine chooses its kernels by. */
  private static final Set<String> DECISIVE =
      Set.of(
          "avx",
          "avx2",
          "fma",
          "f16c",
          "avx512f",
          "avx512bw",
          "avx512dq",
          "avx512vl",
          "avx512_bf16",
          "avx512_vnni",
          "avx_vnni",
          "avx512_fp16",
          "amx_bf16",
          "amx_int8",
          "amx_tile",
          "asimd",
          "asimdhp",
          "asimddp",
          "bf16",
          "i8mm",
          "sve",
          "sve2");

  private ProcessorKind() {}

  /** The kind of this computer's processor, on one line. */
  public static String ofThisComputer() {
    try {
      return of(System.getProperty("os.arch"), Files.readAllLines(LINUX));
    } catch (IOException e) {
      return System.getProperty("os.arch") + " under " + System.getProperty("os.name");
    }
  }

  public static String of(String architecture, List<String> cpuInfo) {
    Set<String> has = new TreeSet<>();
    cpuInfo.stream()
        .filter(line -> line.startsWith("flags") || line.startsWith("Features"))
        .findFirst()
        .ifPresent(
            line ->
                Arrays.stream(line.substring(line.indexOf(':') + 1).strip().split("\\s+"))
                    .filter(DECISIVE::contains)
                    .forEach(has::add));
    return architecture + (has.isEmpty() ? "" : " with " + String.join(", ", has));
  }
}
