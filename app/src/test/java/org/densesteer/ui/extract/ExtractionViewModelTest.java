package org.densesteer.ui.extract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.densesteer.extraction.ExtractedVector;
import org.densesteer.extraction.ExtractionMethod;
import org.densesteer.extraction.LayerBand;
import org.densesteer.extraction.QuestionTemplate;
import org.densesteer.extraction.Reading;
import org.densesteer.extraction.ScriptedModel;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.VectorMetadata;
import org.densesteer.steering.format.VectorFiles;
import org.densesteer.steering.library.VectorLibrary;
import org.densesteer.ui.settings.Source;
import org.densesteer.ui.steering.VectorInUse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtractionViewModelTest {

  @TempDir private Path folder;
  private final ExtractPageFixture page = new ExtractPageFixture().loaded();

  private ScriptedModel model() {
    return page.engines.get(0).extraction;
  }

  private void makePairs(int count) {
    page.maker.make(Source.SAMPLE_PROBLEMS, count, QuestionTemplate.PLAIN);
    page.maker.densifyByRule(List.copyOf(page.pairs.items()));
  }

  private ExtractedVector extract() {
    page.extraction.extract();
    ExtractedVector result = page.extraction.resultProperty().get();
    assertNotNull(result, page.sentence());
    return result;
  }

  @Test
  void thePairsInUseBecomeAVector() {
    makePairs(6);
    page.pairs.items().get(2).usedProperty().set(false);
    ExtractedVector extracted = extract();
    assertEquals("dense-last-5", extracted.vector().name());
    assertEquals("5", extracted.vector().metadata().get(VectorMetadata.PAIR_COUNT));
    assertEquals(2, extracted.layers().size());
  }

  @Test
  void anotherMethodReadsNothingAgain() {
    makePairs(6);
    extract();
    int passes = model().passes.size();
    page.extraction.methodProperty().set(ExtractionMethod.PCA);
    page.extraction.normalisedProperty().set(true);
    assertEquals("dense-last-pca-unit-6", extract().vector().name());
    assertEquals(passes, model().passes.size());
    page.extraction.readingProperty().set(Reading.RESPONSE_MEAN);
    assertEquals("dense-mean-pca-unit-6", extract().vector().name());
    assertTrue(model().passes.size() > passes);
  }

  @Test
  void aVectorIsKeptAndPutInUse() {
    makePairs(3);
    ExtractedVector extracted = extract();
    page.extraction.use(LayerSelection.all(extracted));
    assertEquals(List.of(extracted.vector()), page.kept);
    VectorInUse inUse = page.steering.vectorProperty().getValue();
    assertNotNull(inUse);
    assertEquals("dense-last-3", inUse.vector().name());
    assertTrue(page.settings.recentVectors().get(0).endsWith("dense-last-3.safetensors"));
    assertTrue(
        page.sentence().startsWith("The vector dense-last-3 is in the library, and in use now at"),
        page.sentence());
  }

  @Test
  void aVectorIsSavedInTheFormatOfTheEnding() {
    makePairs(3);
    ExtractedVector extracted = extract();
    Path file = folder.resolve("mine.pt");
    LayerSelection all = LayerSelection.all(extracted);
    page.extraction.save(all, file);
    SteeringVector read = VectorFiles.read(file).vector();
    assertEquals(extracted.vector().norm(1), read.norm(1), 1e-6);
    Path gguf = folder.resolve("mine.gguf");
    page.extraction.save(all, gguf);
    assertTrue(page.sentence().startsWith("The vector was written to " + gguf), page.sentence());
    assertTrue(page.sentence().contains("layer 0"), page.sentence());
    page.extraction.save(all, folder.resolve("mine.txt"));
    assertTrue(page.sentence().contains("names no vector format"), page.sentence());
  }

  @Test
  void chosenLayersAloneAreSaved() {
    makePairs(3);
    ExtractedVector extracted = extract();
    Path file = folder.resolve("one.safetensors");
    List<LayerSelection> choices =
        LayerSelection.choices(extracted, List.of(extracted.layers().get(1)));
    LayerSelection rows = choices.get(choices.size() - 1);
    assertEquals("Selected rows: 1", rows.title());
    page.extraction.save(rows, file);
    SteeringVector read = VectorFiles.read(file).vector();
    assertEquals(Set.of(1), read.directions().keySet());
    assertArrayEquals(extracted.vector().direction(1), read.direction(1));
    assertEquals(extracted.vector().shuffled().size(), read.shuffled().size());
    read.shuffled().forEach(draw -> assertEquals(Set.of(1), draw.keySet()));
  }

  @Test
  void theSuggestedBandIsWhatIsUsedUnlessAnotherIsChosen() {
    makePairs(3);
    ExtractedVector whole = extract();
    ExtractedVector banded =
        new ExtractedVector(whole.vector(), whole.layers(), Optional.of(new LayerBand(1, 1)));
    assertEquals(List.of(1), LayerSelection.suggested(banded).layers());
    assertEquals("Suggested band: 1", LayerSelection.choices(banded, List.of()).get(0).title());
    ExtractedVector bare = new ExtractedVector(whole.vector(), whole.layers(), Optional.empty());
    assertEquals("All layers: 0–1", LayerSelection.suggested(bare).title());
    assertEquals(1, LayerSelection.choices(bare, List.of()).size());
  }

  @Test
  void keptVectorsNeverReplaceEachOther() {
    makePairs(3);
    VectorKeeper keeper = VectorKeeper.in(new VectorLibrary(folder, Clock.systemUTC()));
    SteeringVector vector = extract().vector();
    assertEquals(folder.resolve("dense-last-3.safetensors"), keeper.keep(vector));
    Path second = keeper.keep(vector);
    assertEquals(folder.resolve("dense-last-3 2.safetensors"), second);
    assertEquals("dense-last-3 2", VectorFiles.read(second).vector().name());
  }

  @Test
  void anotherModelCancelsWhatIsUnderWay() {
    makePairs(3);
    model().before = () -> page.models.open(Source.model(Path.of("other")));
    page.extraction.extract();
    assertFalse(page.job.runningProperty().get());
    assertTrue(page.engines.get(0).closed);
  }

  @Test
  void withoutPairsThereIsASentence() {
    page.extraction.extract();
    assertNull(page.extraction.resultProperty().get());
    assertTrue(page.sentence().startsWith("No pair is in use"), page.sentence());
    makePairs(3);
    extract();
    assertFalse(page.sentence().startsWith("No pair is in use"), page.sentence());
  }

  @Test
  void pairsAreReadInWordsOfMyOwn() {
    makePairs(6);
    extract();
    int passes = model().passes.size();
    page.extraction.formProperty().set(PromptForm.OWN);
    page.extraction.ownTemplateProperty().set("Briefly: {question}");
    ExtractedVector extracted = extract();
    assertTrue(model().passes.size() > passes, "another prompt must be read anew");
    assertEquals(
        "Briefly: {question}", extracted.vector().metadata().get(VectorMetadata.PROMPT_TEMPLATE));
  }

  @Test
  void problemsAreAskedInWordsOfMyOwn() {
    page.extraction.formProperty().set(PromptForm.OWN);
    page.extraction.ownTemplateProperty().set("Briefly: {question}");
    page.maker.make(Source.SAMPLE_PROBLEMS, 1, page.extraction.template().orElseThrow());
    assertTrue(model().asked.get(0).contains("<Briefly: "), model().asked.get(0));
  }

  @Test
  void wordsWithoutThePlaceForTheQuestionAreRefused() {
    makePairs(6);
    page.extraction.formProperty().set(PromptForm.OWN);
    page.extraction.ownTemplateProperty().set("Solve it.");
    page.extraction.extract();
    assertNull(page.extraction.resultProperty().get());
    assertEquals("The instruction must contain {question}.", page.sentence());
  }
}
