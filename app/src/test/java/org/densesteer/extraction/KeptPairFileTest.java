package org.densesteer.extraction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.densesteer.common.FaultException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptPairFileTest {

  @TempDir private Path folder;

  private static final List<KeptPair> PAIRS =
      List.of(
          new KeptPair(new PairDraft("q 1", "a\n\nb", "ab", Gold.of("7")), true),
          new KeptPair(new PairDraft("q 2", "a", "", null), false),
          new KeptPair(new PairDraft("q 3", "", "dense \"ρ\"", null), true));

  private static List<KeptPair> read(Path file) throws IOException {
    return new KeptPairFile(file).read(Files.readAllBytes(file));
  }

  private static void write(Path file, List<KeptPair> pairs) throws IOException {
    new KeptPairFile(file).write(pairs, file);
  }

  @Test
  void unfinishedPairsAndTheirTicksComeBack() throws IOException {
    Path file = folder.resolve("pairs.jsonl");
    write(file, PAIRS);
    assertEquals(PAIRS, read(file));
    write(file, List.of());
    assertEquals(List.of(), read(file));
  }

  @Test
  void finishedPairsCanBeImported() throws IOException {
    Path file = folder.resolve("pairs.jsonl");
    write(file, PAIRS.subList(0, 2));
    assertEquals(PAIRS.get(0).draft(), PairFiles.readDrafts(file).get(0));
    assertEquals(2, PairFiles.readDrafts(file).size());
  }

  @Test
  void aBrokenLineIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("pairs.jsonl"), "{\"question\": \"q\"}\n{oops\n");
    FaultException fault = assertThrows(FaultException.class, () -> read(file));
    assertEquals("Line 2 of " + file + " is not well-formed JSON at column 2.", fault.getMessage());
  }

  @Test
  void bytesThatAreNoTextAreRefused() throws IOException {
    Path file = Files.write(folder.resolve("pairs.jsonl"), new byte[] {'{', (byte) 0xFF});
    assertThrows(CharacterCodingException.class, () -> read(file));
  }
}
