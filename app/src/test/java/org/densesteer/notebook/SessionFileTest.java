package org.densesteer.notebook;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.densesteer.common.FaultException;
import org.densesteer.files.zip.StoredZip;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionFileTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("a.densesteer");
  }

  private static Session session() {
    Run run = Runs.full();
    Session plain = Session.of(run, List.of(Runs.vector()));
    return new Session(
        plain.saved(),
        plain.madeBy(),
        plain.modelId(),
        plain.modelFingerprint(),
        List.of(run, Runs.full("run-2", "And 4 + 4?")),
        Map.of("run-2", new RunMark(true, "short, and right", List.of("talk"))),
        plain.vectors(),
        MAPPER.createObjectNode().put("page", "compare"));
  }

  private String fault() {
    FaultException fault = assertThrows(FaultException.class, () -> SessionFile.read(file()));
    return String.valueOf(fault.getMessage());
  }

  /** A file of these entries, in which the session was changed. */
  private void write(Map<String, byte[]> others, Consumer<ObjectNode> change) throws IOException {
    ObjectNode node = (ObjectNode) MAPPER.readTree(SessionJson.of(session()).toString());
    change.accept(node);
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("session.json", MAPPER.writeValueAsBytes(node));
    entries.putAll(others);
    StoredZip.write(file(), entries);
  }

  @Test
  void allComesBack() throws IOException {
    SessionFile.write(session(), file());
    SessionFile.Content content = SessionFile.read(file());
    assertEquals(List.of(), content.notes());
    assertEquals(SessionJson.of(session()), SessionJson.of(content.session()));
    assertEquals(session().marks(), content.session().marks());
    String hash = RunSteering.hash(Runs.vector());
    assertEquals(
        hash, content.session().runs().get(0).arms().get(1).steerings().get(0).vectorHash());
    assertArrayEquals(
        Runs.vector().direction(4), content.session().vectors().get(hash).direction(4));
    assertEquals("terse", content.session().vectors().get(hash).name());
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(List.of(file()), left.toList());
    }
  }

  @Test
  void aNewFileTakesNoOthersPlace() throws IOException {
    SessionFile.requireNew(file());
    Files.writeString(file(), "mine");
    FaultException fault = assertThrows(FaultException.class, () -> SessionFile.requireNew(file()));
    assertTrue(String.valueOf(fault.getMessage()).contains("is not written over"));
  }

  @Test
  void aNewerVersionIsRefusedByItsNumberWhateverElseItHolds() throws IOException {
    write(
        Map.of(),
        node -> {
          node.removeAll();
          node.put("version", 3).put("dreams", true);
        });
    assertEquals(
        "The session file "
            + file()
            + " was made by a newer version of the workbench: its format is version 3; this one"
            + " reads up to 1.",
        fault());
    write(Map.of(), node -> node.put("version", 0));
    assertTrue(fault().contains("there is none below 1"), this::fault);
  }

  @Test
  void aFileThatWasCutOffIsSaidToBe() throws IOException {
    SessionFile.write(session(), file());
    byte[] whole = Files.readAllBytes(file());
    for (int length = 0; length < whole.length; length += 101) {
      Files.write(file(), Arrays.copyOf(whole, length));
      String sentence = fault();
      assertTrue(
          length == 0
              ? sentence.endsWith("is empty.")
              : length < 4
                  ? sentence.contains("no ZIP archive")
                  : sentence.contains("as when the file was cut off"),
          sentence);
    }
  }

  @Test
  void otherFilesAreCalledWhatTheyAre() throws IOException {
    assertTrue(fault().endsWith("it does not exist."), this::fault);
    Files.writeString(file(), "{\"version\": 1}");
    assertEquals("The file " + file() + " is not a session: it is no ZIP archive.", fault());
    StoredZip.write(file(), Map.of("data.pkl", new byte[3]));
    assertEquals(
        "The file " + file() + " is not a session: it has no entry “session.json”.", fault());
    StoredZip.write(file(), Map.of("session.json", "[1]".getBytes(StandardCharsets.UTF_8)));
    assertTrue(fault().contains("must be a JSON object"), this::fault);
    StoredZip.write(
        file(), Map.of("session.json", "{\"version\": 1".getBytes(StandardCharsets.UTF_8)));
    assertTrue(fault().contains("stops in the middle of its JSON"), this::fault);
  }

  @Test
  void endlessContentIsRefusedBeforeItIsUnpacked() throws IOException {
    bomb(1 << 28, (byte) ' ');
    assertTrue(fault().contains("unpack to more than 128 MiB"), this::fault);
    bomb(100_000, (byte) '[');
    assertTrue(fault().contains("nested too deeply"), this::fault);
  }

  private void bomb(int size, byte with) throws IOException {
    byte[] block = new byte[1 << 16];
    Arrays.fill(block, with);
    try (OutputStream out = Files.newOutputStream(file());
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("session.json"));
      for (int written = 0; written < size; written += block.length) {
        zip.write(block);
      }
      zip.closeEntry();
    }
  }

  @Test
  void moreValuesThanASessionCanHaveAreRefused() throws IOException {
    byte[] many = new byte[24_000_000];
    Arrays.fill(many, (byte) ',');
    for (int i = 1; i < many.length; i += 2) {
      many[i] = '1';
    }
    byte[] head = "{\"version\":1,\"runs\":[1".getBytes(StandardCharsets.UTF_8);
    byte[] all = Arrays.copyOf(head, head.length + many.length);
    System.arraycopy(many, 0, all, head.length, many.length);
    StoredZip.write(file(), Map.of("session.json", all));
    assertTrue(fault().contains("holds more values than such a text can have"), this::fault);
  }

  @Test
  void entriesThatLeadOutOfTheArchiveAreNamedAndWrittenNowhere() throws IOException {
    write(Map.of("../../escaped", new byte[] {1}), node -> node.putArray("vectors"));
    List<String> notes = SessionFile.read(file()).notes();
    assertEquals(
        List.of(
            "The file "
                + file()
                + " holds 1 entries that this version does not use, the first of them"
                + " '../../escaped'."),
        notes);
    assertTrue(Files.notExists(folder.resolve("../../escaped")));
  }

  @Test
  void aVectorThatIsMissingIsSaidAndTheRunsAreShown() throws IOException {
    write(Map.of(), node -> {});
    SessionFile.Content content = SessionFile.read(file());
    assertEquals(2, content.session().runs().size());
    assertTrue(content.notes().get(0).contains("names the vector 'terse' but does not hold it"));
  }

  @Test
  void aVectorOfOtherValuesIsRefused() throws IOException {
    Path other = folder.resolve("other.densesteer");
    SessionFile.write(session(), other);
    byte[] bytes = Files.readAllBytes(other);
    String hash = RunSteering.hash(Runs.vector());
    byte[] vector = entry(bytes, "vectors/" + hash + ".safetensors");
    vector[vector.length - 1] ^= 1;
    write(Map.of("vectors/" + hash + ".safetensors", vector), node -> {});
    assertTrue(fault().contains("are not those that its hash stands for"), this::fault);
  }

  private static byte[] entry(byte[] zip, String name) throws IOException {
    try (var in = new java.util.zip.ZipInputStream(new java.io.ByteArrayInputStream(zip))) {
      for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
        if (e.getName().equals(name)) {
          return in.readAllBytes();
        }
      }
    }
    throw new IOException(name);
  }

  @Test
  void whateverByteIsWrongTheFileIsReadOrRefusedInASentence() throws IOException {
    SessionFile.write(session(), file());
    byte[] whole = Files.readAllBytes(file());
    java.util.Random random = new java.util.Random(1);
    for (int i = 0; i < 400; i++) {
      byte[] broken = whole.clone();
      broken[random.nextInt(broken.length)] = (byte) random.nextInt();
      Files.write(file(), broken);
      try {
        SessionFile.read(file());
      } catch (FaultException e) {
        assertTrue(String.valueOf(e.getMessage()).endsWith("."), e::getMessage);
      }
    }
  }
}
