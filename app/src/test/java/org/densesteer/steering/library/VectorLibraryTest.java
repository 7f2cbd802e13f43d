package org.densesteer.steering.library;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.densesteer.common.FaultException;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.VectorMetadata;
import org.densesteer.steering.format.ExportOptions;
import org.densesteer.steering.format.VectorExport;
import org.densesteer.steering.format.VectorFiles;
import org.densesteer.steering.format.VectorFormats;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VectorLibraryTest {

  private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

  @TempDir Path folder;

  private VectorLibrary library;

  @BeforeEach
  void open() {
    library = at(NOON);
  }

  private Path vectors() {
    return folder.resolve("vectors");
  }

  private VectorLibrary at(Instant time) {
    return new VectorLibrary(vectors(), Clock.fixed(time, ZoneOffset.UTC));
  }

  private static SteeringVector vector(String name) {
    return new SteeringVector(
        name,
        3,
        new TreeMap<>(Map.of(2, new float[] {1, 2, 2}, 5, new float[] {0.1f, 0, -7})),
        VectorMetadata.EMPTY.with(VectorMetadata.MODEL_ID, "tiny"));
  }

  private List<String> names() {
    return library.list().entries().stream().map(LibraryEntry::name).toList();
  }

  private LibraryEntry only() {
    List<LibraryEntry> entries = library.list().entries();
    assertEquals(1, entries.size());
    return entries.get(0);
  }

  @Test
  void aFolderThatIsNotThereIsAnEmptyLibrary() {
    assertEquals(new LibraryContents(List.of(), List.of()), library.list());
    assertFalse(Files.exists(vectors()));
  }

  @Test
  void whatIsAddedIsThereForTheNextLibraryOfTheFolder() {
    library.add(vector("dense"), "works at 2", List.of("good", " good ", "", "qwen"));
    library = at(NOON.plusSeconds(60));
    LibraryEntry entry = only();
    assertEquals("dense", entry.name());
    assertEquals(new Annotation("works at 2", List.of("good", "qwen"), NOON), entry.annotation());
    assertEquals(
        Map.of(2, 3.0, 5, SteeringVector.norm(new float[] {0.1f, 0, -7})), entry.summary().norms());
    assertEquals("tiny", entry.summary().model());
    assertFalse(entry.readOnly());
    assertArrayEquals(new float[] {0.1f, 0, -7}, entry.load().direction(5));
  }

  @Test
  void theSameNameTwiceAndNamesThatNoFileCanHaveGetTheNearestThatIsFree() {
    library.add(vector("Dense"), "", List.of());
    assertEquals("dense 2", library.add(vector("dense"), "", List.of()).name());
    assertEquals("a-b-c", library.add(vector("a/b:c"), "", List.of()).name());
    assertEquals(List.of("a-b-c", "Dense", "dense 2"), names());
  }

  @Test
  void aVectorThatIsNotFiniteIsRefusedAndLeavesNothing() throws IOException {
    SteeringVector broken =
        new SteeringVector(
            "nan", 1, new TreeMap<>(Map.of(0, new float[] {Float.NaN})), VectorMetadata.EMPTY);
    assertThrows(FaultException.class, () -> library.add(broken, "", List.of()));
    assertEquals(List.of(), names());
    try (Stream<Path> left = Files.walk(folder)) {
      assertEquals(
          List.of(vectors().resolve(VectorLibrary.LOCK)),
          left.filter(Files::isRegularFile).toList());
    }
  }

  @Test
  void renamingKeepsTheNotes() {
    library.add(vector("dense"), "mine", List.of("a"));
    LibraryEntry renamed = library.rename("dense", " denser ");
    assertEquals("denser", renamed.name());
    assertEquals("mine", renamed.annotation().note());
    assertEquals(renamed, only());
    assertEquals("Dense", library.rename("denser", "Dense").name());
    assertEquals("dense", library.rename("Dense", "dense").name());
  }

  @Test
  void aNameThatIsTakenIsRefusedWhateverItsCase() {
    library.add(vector("one"), "", List.of());
    library.add(vector("two"), "", List.of());
    FaultException refused = assertThrows(FaultException.class, () -> library.rename("one", "Two"));
    assertEquals(
        "The library has a vector Two already; choose another name.", refused.getMessage());
    assertEquals(List.of("one", "two"), names());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "../up", "a:b", "a,b", ".hidden", "con", "LPT1.x", "tab\there"})
  void namesThatMeanSomethingElseAreRefused(String name) {
    library.add(vector("one"), "", List.of());
    assertThrows(FaultException.class, () -> library.rename("one", name));
    assertEquals(List.of("one"), names());
  }

  @Test
  void aDuplicateHasTheValuesAndTheNotes() {
    library.add(vector("one"), "mine", List.of("a"));
    LibraryEntry copy = library.duplicate("one");
    assertEquals("one copy", copy.name());
    assertEquals("mine", copy.annotation().note());
    assertArrayEquals(new float[] {1, 2, 2}, copy.load().direction(2));
    assertEquals("one copy 2", library.duplicate("one").name());
  }

  @Test
  void notesCanBeWrittenAndTakenBack() {
    library.add(vector("one"), "", List.of());
    library.annotate("one", "good", List.of("x"));
    assertEquals(new Annotation("good", List.of("x"), NOON), only().annotation());
    library.annotate("one", "", List.of());
    assertEquals(new Annotation("", List.of(), NOON), only().annotation());
  }

  @Test
  void aDeletedVectorComesBackWithItsNotes() {
    library.add(vector("one"), "mine", List.of("a"));
    LibraryEntry before = only();
    DeletedVector deleted = library.delete("one");
    assertEquals(List.of(), names());
    assertEquals(before, library.restore(deleted));
    assertEquals(before, only());
    assertThrows(FaultException.class, () -> library.restore(deleted));
  }

  @Test
  void aDeletedVectorWhoseNameIsTakenComesBackUnderAnother() {
    library.add(vector("one"), "", List.of());
    DeletedVector first = library.delete("one");
    library.add(vector("one"), "", List.of());
    DeletedVector second = library.delete("one");
    assertEquals("one", library.restore(second).name());
    assertEquals("one 2", library.restore(first).name());
  }

  @Test
  void whatWasDeletedAMonthAgoIsGoneForGood() throws IOException {
    library.add(vector("one"), "", List.of());
    DeletedVector deleted = library.delete("one");
    assertEquals(FileTime.from(NOON), Files.getLastModifiedTime(deleted.file()));
    at(NOON.plus(Duration.ofDays(29))).list();
    assertTrue(Files.exists(deleted.file()));
    at(NOON.plus(Duration.ofDays(31))).list();
    assertFalse(Files.exists(deleted.file()));
  }

  @Test
  void aVectorThatIsGoneHasItsSentence() {
    FaultException gone = assertThrows(FaultException.class, () -> library.delete("nobody"));
    assertTrue(gone.getMessage().startsWith("The library has no vector nobody any more"));
    assertThrows(FaultException.class, () -> library.annotate("nobody", "x", List.of()));
    assertFalse(Files.exists(vectors().resolve(LibraryIndex.FILE_NAME)));
  }

  /** As two windows on one home: each reads the index, and writes it whole. */
  @Test
  void changesFromTwoSidesAtOnceAreAllKept() throws Exception {
    int each = 40;
    for (String name : List.of("one", "two")) {
      library.add(vector(name), "", List.of());
    }
    VectorLibrary other = at(NOON);
    List<String> failures = Collections.synchronizedList(new ArrayList<>());
    List<Thread> sides = new ArrayList<>();
    for (Map.Entry<String, VectorLibrary> side : Map.of("one", library, "two", other).entrySet()) {
      Thread thread =
          new Thread(
              () -> {
                for (int i = 1; i <= each; i++) {
                  side.getValue().annotate(side.getKey(), "note " + i, List.of());
                  String note =
                      side.getValue().list().entries().stream()
                          .filter(entry -> entry.name().equals(side.getKey()))
                          .findFirst()
                          .orElseThrow()
                          .annotation()
                          .note();
                  if (!note.equals("note " + i)) {
                    failures.add(side.getKey() + " lost note " + i);
                  }
                }
              });
      thread.start();
      sides.add(thread);
    }
    for (Thread thread : sides) {
      thread.join();
    }
    assertEquals(List.of(), failures);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{\"version\":1,\"vectors\":{\"one.safe",
        "[]",
        "null",
        "{\"version\":1,\"vectors\":{\"one.safetensors\":7}}",
        "\u0000\u0001"
      })
  void aBrokenIndexIsSetAsideAndCostsTheNotesAlone(String content) throws IOException {
    library.add(vector("one"), "mine", List.of("a"));
    Path index = vectors().resolve(LibraryIndex.FILE_NAME);
    Files.writeString(index, content);
    LibraryContents contents = library.list();
    assertEquals(List.of("one"), contents.entries().stream().map(LibraryEntry::name).toList());
    assertEquals(Annotation.NONE, contents.entries().get(0).annotation());
    assertEquals(1, contents.warnings().size());
    assertTrue(contents.warnings().get(0).contains("set aside"), contents.warnings().get(0));
    Path aside = vectors().resolve("index-broken-20260504-120000-000.json");
    assertEquals(content, Files.readString(aside));
    library.annotate("one", "again", List.of());
    assertEquals("again", only().annotation().note());
    assertEquals(List.of(), library.list().warnings());
  }

  @Test
  void anIndexOfANewerVersionIsLeftAndKeepsNoVectorBack() throws IOException {
    library.add(vector("one"), "mine", List.of("a"));
    Path index = vectors().resolve(LibraryIndex.FILE_NAME);
    String content = "{\"version\":9,\"vectors\":[\"another form\"]}";
    Files.writeString(index, content);
    LibraryContents contents = library.list();
    assertEquals(1, contents.entries().size());
    assertTrue(contents.warnings().get(0).contains("newer version"), contents.warnings().get(0));
    assertEquals(List.of(), library.list().warnings(), "told once");
    library.add(vector("two"), "", List.of());
    library.rename("two", "three");
    library.delete("one");
    assertEquals("three", only().name());
    FaultException fault =
        assertThrows(FaultException.class, () -> library.annotate("three", "new", List.of()));
    assertTrue(fault.getMessage().contains("not written over"), fault.getMessage());
    assertEquals(content, Files.readString(index));
  }

  @Test
  void anIndexThatBreaksUnseenIsToldAtTheNextLook() throws IOException {
    library.add(vector("one"), "", List.of());
    Files.writeString(vectors().resolve(LibraryIndex.FILE_NAME), "broken");
    library.annotate("one", "new", List.of());
    LibraryContents contents = library.list();
    assertEquals("new", contents.entries().get(0).annotation().note());
    assertEquals(1, contents.warnings().size());
  }

  @Test
  void entriesThatLackPartsAreReadAsFarAsTheyGo() throws IOException {
    library.add(vector("one"), "mine", List.of());
    Files.writeString(
        vectors().resolve(LibraryIndex.FILE_NAME),
        "{\"version\":1,\"vectors\":{\"one.safetensors\":{\"tags\":[null,\"a\"],\"added\":\"long"
            + " ago\"},\"other\":null}}");
    assertEquals(new Annotation("", List.of("a"), null), only().annotation());
    assertEquals(List.of(), library.list().warnings());
  }

  @Test
  void aFilePutThereByHandBelongsToTheLibraryAndABrokenOneDoesNotHideTheOthers()
      throws IOException {
    Path byHand = vectors().resolve("by hand.safetensors");
    VectorExport.write(vector("x"), ExportOptions.of(VectorFormats.SAFETENSORS), byHand);
    Files.writeString(vectors().resolve("broken.safetensors"), "no tensor");
    Files.writeString(vectors().resolve("readme.txt"), "no vector");
    LibraryContents contents = library.list();
    assertEquals(1, contents.entries().size());
    assertEquals("by hand", contents.entries().get(0).name());
    assertEquals(1, contents.warnings().size());
    assertTrue(contents.warnings().get(0).contains("broken.safetensors"));
    library.annotate("by hand", "mine now", List.of());
    assertEquals("mine now", library.list().entries().get(0).annotation().note());
  }

  @Test
  void theFilesAreOrdinaryVectorFiles() {
    Path file = library.add(vector("dense"), "", List.of()).file();
    assertEquals(
        vector("dense").directions().keySet(),
        VectorFiles.read(file).vector().directions().keySet());
  }
}
