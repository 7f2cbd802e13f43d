package org.densesteer.extraction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
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

  @Test
  void unfinishedPairsAndTheirTicksComeBack() {
    Path file = folder.resolve("made/pairs.jsonl");
    KeptPairFile.write(file, PAIRS);
    assertEquals(PAIRS, KeptPairFile.read(file));
    KeptPairFile.write(file, List.of());
    assertEquals(List.of(), KeptPairFile.read(file));
  }

  @Test
  void withoutAFileThereIsNoPair() {
    assertEquals(List.of(), KeptPairFile.read(folder.resolve("none.jsonl")));
  }

  @Test
  void finishedPairsCanBeImported() {
    Path file = folder.resolve("pairs.jsonl");
    KeptPairFile.write(file, PAIRS.subList(0, 2));
    assertEquals(PAIRS.get(0).draft(), PairFiles.readDrafts(file).get(0));
    assertEquals(2, PairFiles.readDrafts(file).size());
  }

  @Test
  void aBrokenLineIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("pairs.jsonl"), "{\"question\": \"q\"}\n{oops\n");
    FaultException fault = assertThrows(FaultException.class, () -> KeptPairFile.read(file));
    assertTrue(fault.getMessage().startsWith("Line 2 of "), fault.getMessage());
  }
}
