package org.densesteer.ui.extract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.densesteer.extraction.KeptPair;
import org.densesteer.extraction.QuestionTemplate;
import org.densesteer.ui.common.HandTimers;
import org.densesteer.ui.settings.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageMemoryTest {

  private static final int SECOND = 1000;

  @TempDir private Path folder;
  private final List<PageMemory> windows = new ArrayList<>();
  private final HandTimers timers = new HandTimers();

  private PageMemory memory(ExtractPageFixture page) {
    PageMemory memory =
        new PageMemory(
            folder,
            page.pairs,
            page.extraction,
            timers.after(SECOND),
            page.tasks,
            Runnable::run,
            page.notices);
    windows.add(memory);
    return memory;
  }

  private void closeAll() {
    windows.forEach(PageMemory::close);
    windows.clear();
  }

  /** A page with three pairs, the second of which is not used though it passes. */
  private ExtractPageFixture worked() {
    ExtractPageFixture page = new ExtractPageFixture().loaded();
    memory(page).restore();
    page.maker.make(Source.SAMPLE_PROBLEMS, 3, QuestionTemplate.PLAIN);
    page.maker.densifyByRule(List.copyOf(page.pairs.items()));
    page.pairs.items().get(1).usedProperty().set(false);
    page.extraction.formProperty().set(PromptForm.OWN);
    page.extraction.ownTemplateProperty().set("Ask: {question}");
    return page;
  }

  private static List<KeptPair> kept(ExtractPageFixture page) {
    return page.pairs.items().stream().map(PairItem::kept).toList();
  }

  @Test
  void pairsTicksAndWordingAreThereTheNextDay() {
    ExtractPageFixture page = worked();
    assertTrue(timers.elapse(SECOND));
    closeAll();
    ExtractPageFixture next = new ExtractPageFixture();
    memory(next).restore();
    assertEquals(kept(page), kept(next));
    assertEquals(PromptForm.OWN, next.extraction.formProperty().get());
    assertEquals("Ask: {question}", next.extraction.ownTemplateProperty().get());
    next.loaded();
    assertEquals(kept(page), kept(next));
    assertNotNull(next.pairs.items().get(1).assessmentProperty().get());
  }

  @Test
  void pairsThatAModelMeetsAtOnceKeepTheirTicksToo() {
    ExtractPageFixture page = worked();
    timers.elapse(SECOND);
    closeAll();
    ExtractPageFixture next = new ExtractPageFixture().loaded();
    memory(next).restore();
    assertEquals(kept(page), kept(next));
    assertNotNull(next.pairs.items().get(0).assessmentProperty().get());
  }

  @Test
  void closingWritesWhatTheSecondHasNotYet() {
    ExtractPageFixture page = new ExtractPageFixture().loaded();
    PageMemory memory = memory(page);
    memory.restore();
    page.maker.make(Source.SAMPLE_PROBLEMS, 2, QuestionTemplate.PLAIN);
    assertFalse(Files.exists(folder.resolve("pairs.jsonl")));
    memory.flush();
    closeAll();
    ExtractPageFixture next = new ExtractPageFixture();
    memory(next).restore();
    assertEquals(2, next.pairs.items().size());
  }

  @Test
  void aBrokenFileIsSetAsideAndTold() throws IOException {
    Files.writeString(folder.resolve("pairs.jsonl"), "{oops\n");
    ExtractPageFixture page = new ExtractPageFixture().loaded();
    PageMemory memory = memory(page);
    memory.restore();
    assertTrue(page.sentence().contains("it was set aside as pairs-broken-"), page.sentence());
    page.maker.make(Source.SAMPLE_PROBLEMS, 1, QuestionTemplate.PLAIN);
    memory.flush();
    try (Stream<Path> files = Files.list(folder)) {
      Path aside =
          files
              .filter(f -> f.getFileName().toString().startsWith("pairs-broken-"))
              .findFirst()
              .orElseThrow();
      assertEquals("{oops\n", Files.readString(aside));
    }
  }

  @Test
  void aFileThatCannotBeReadIsLeftAndTheOtherIsKept() throws IOException {
    Files.createDirectory(folder.resolve("pairs.jsonl"));
    ExtractPageFixture page = new ExtractPageFixture().loaded();
    PageMemory memory = memory(page);
    memory.restore();
    assertTrue(page.sentence().contains("the file is left as it is"), page.sentence());
    page.maker.make(Source.SAMPLE_PROBLEMS, 1, QuestionTemplate.PLAIN);
    page.extraction.ownTemplateProperty().set("Ask: {question}");
    memory.flush();
    assertTrue(Files.isDirectory(folder.resolve("pairs.jsonl")));
    assertTrue(Files.readString(folder.resolve("prompt.json")).contains("Ask: {question}"));
  }

  @Test
  void whatCannotBeWrittenIsTold() throws IOException {
    ExtractPageFixture page = new ExtractPageFixture().loaded();
    PageMemory memory = memory(page);
    memory.restore();
    Files.createDirectory(folder.resolve("prompt.json"));
    Files.writeString(folder.resolve("prompt.json").resolve("x"), "in the way");
    page.maker.make(Source.SAMPLE_PROBLEMS, 1, QuestionTemplate.PLAIN);
    memory.flush();
    assertTrue(
        page.sentence()
            .startsWith("The prompt settings of the Extract page are not kept: cannot write "),
        page.sentence());
    assertTrue(Files.isRegularFile(folder.resolve("pairs.jsonl")));
  }

  @Test
  void aSecondWindowShowsThePairsAndKeepsNothing() throws IOException {
    ExtractPageFixture page = worked();
    timers.elapse(SECOND);
    byte[] before = Files.readAllBytes(folder.resolve("pairs.jsonl"));
    ExtractPageFixture other = new ExtractPageFixture().loaded();
    PageMemory second = memory(other);
    second.restore();
    assertEquals(kept(page), kept(other));
    assertTrue(
        other.sentence().startsWith("The pairs of the Extract page belong to another window ("),
        other.sentence());
    other.maker.make(Source.SAMPLE_PROBLEMS, 9, QuestionTemplate.PLAIN);
    second.close();
    assertArrayEquals(before, Files.readAllBytes(folder.resolve("pairs.jsonl")));
  }

  @Test
  void nothingIsWrittenWithoutAChange() {
    ExtractPageFixture page = new ExtractPageFixture().loaded();
    PageMemory memory = memory(page);
    memory.restore();
    memory.flush();
    assertFalse(Files.exists(folder.resolve("prompt.json")));
  }
}
