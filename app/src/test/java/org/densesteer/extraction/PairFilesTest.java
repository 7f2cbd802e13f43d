package org.densesteer.extraction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.densesteer.common.FaultException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PairFilesTest {

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("pairs.jsonl");
  }

  @Test
  void whatIsWrittenIsRead() {
    List<ContrastivePair> pairs =
        List.of(
            new ContrastivePair("Q \"one\"?", "a\n\nb\n\n\\boxed{1}", "a, b.\n\n\\boxed{1}"),
            new ContrastivePair("Wie viele Äpfel?", "ä", "ö"));
    PairFiles.write(file, pairs);
    assertEquals(pairs, PairFiles.read(file));
  }

  @Test
  void theNamesOfTheAuthorsScriptsAreRead() throws IOException {
    Files.writeString(
        file,
        """
        {"question": "q", "resp_before": "s", "resp_after": "d", "id": 3}

        {"problem": "q", "neg_response": "s", "pos_response": "d"}
        """);
    ContrastivePair pair = new ContrastivePair("q", "s", "d");
    assertEquals(List.of(pair, pair), PairFiles.read(file));
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheText() throws IOException {
    Files.writeString(file, "\ufeff{\"question\": \"q\", \"sparse\": \"s\", \"dense\": \"d\"}\r\n");
    ContrastivePair pair = new ContrastivePair("q", "s", "d");
    assertEquals(List.of(pair), PairFiles.read(file));
    assertEquals(List.of(new PairDraft("q", "s", "d", null)), PairFiles.readDrafts(file));
  }

  @Test
  void aBrokenLineIsNamed() throws IOException {
    Files.writeString(
        file, "{\"question\":\"q\",\"sparse\":\"s\",\"dense\":\"d\"}\n{\"question\":");
    assertFault("Line 2 of ");
    Files.writeString(file, "{\"question\":\"q\",\"sparse\":\"s\"}");
    assertFault("lacks a text named dense");
    Files.writeString(file, "[1, 2]");
    assertFault("lacks a text named question");
    Files.write(file, new byte[] {(byte) 0xc3, 0x28, '\n'});
    assertFault("is not UTF-8 text");
    Files.writeString(file, "\n\n");
    assertFault("holds no pair");
  }

  @Test
  void draftsKeepWhatIsKnownAndLackWhatIsNot() throws IOException {
    List<PairDraft> drafts =
        List.of(
            new PairDraft("q", "a\n\n1", "a, 1", Gold.of("1")), new PairDraft("q", "s", "", null));
    PairFiles.writeDrafts(file, drafts);
    assertEquals(drafts, PairFiles.readDrafts(file));
    assertFault("Line 2 of ");
  }

  @Test
  void aWorkedAnswerIsCutDownToItsNumber() throws IOException {
    Files.writeString(
        file,
        """
        {"question": "q", "sparse": "s", "answer": "3 + 4 = 7\\n#### 7"}
        {"question": "q", "sparse": "s", "answer": 7}
        """);
    assertEquals(
        List.of(Gold.of("7"), Gold.of("7")),
        PairFiles.readDrafts(file).stream().map(PairDraft::gold).toList());
  }

  @Test
  void aMissingFileIsNamed() {
    assertFault("it does not exist");
  }

  private void assertFault(String part) {
    FaultException fault = assertThrows(FaultException.class, () -> PairFiles.read(file));
    assertTrue(fault.getMessage().contains(part), fault.getMessage());
    assertTrue(fault.getMessage().contains(file.toString()), fault.getMessage());
  }
}
