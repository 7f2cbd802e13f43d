package org.densesteer.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.densesteer.common.FaultException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which folder a name means, for caches as people have them. */
class CacheLookupTest {

  private static final String OLD = "a".repeat(40);
  private static final String NEW = "b".repeat(40);
  private static final String PART = "c".repeat(40);

  @TempDir Path root;

  @Test
  void aModelThatIsNotThereIsNotFound() {
    assertEquals(Optional.empty(), new HubCache(root).find(ModelName.parse("Acme/Tiny")));
  }

  @Test
  void takesMainAndWhatElseIsNamed() throws IOException {
    Path old = whole("Acme/Tiny", OLD);
    Path now = whole("Acme/Tiny", NEW);
    ref("Acme/Tiny", "main", NEW);
    ref("Acme/Tiny", "v1.0", OLD);
    ref("Acme/Tiny", "refs/pr/1", OLD);
    assertFound(now, "Acme/Tiny");
    assertFound(now, "Acme/Tiny@main");
    assertFound(now, "Acme/Tiny@" + NEW);
    assertFound(old, "Acme/Tiny@v1.0");
    assertFound(old, "Acme/Tiny@refs/pr/1");
    assertFound(old, "Acme/Tiny@" + OLD);
    assertFound(old, "Acme/Tiny@aaaaa");
    assertEquals(
        "The model cache "
            + root
            + " has Acme/Tiny, but not at v2; it has aaaaaaa (refs/pr/1,"
            + " v1.0), bbbbbbb (main).",
        refusal("Acme/Tiny@v2"));
  }

  /** A cache that was copied without its refs, or filled by commit. */
  @Test
  void theOnlyWholeCommitIsTakenWhereNothingIsCalledMain() throws IOException {
    Path folder = whole("Acme/Tiny", OLD);
    assertEquals(
        new FoundModel(
            folder,
            Optional.of(
                "Nothing says which commit of Acme/Tiny in the model cache is its main; aaaaaaa is"
                    + " taken, the only one.")),
        found("Acme/Tiny"));
    ref("Acme/Tiny", "v1.0", OLD);
    Files.createDirectories(folder.resolveSibling(PART));
    assertEquals(
        Optional.of(
            "Nothing says which commit of Acme/Tiny in the model cache is its main; aaaaaaa (v1.0)"
                + " is taken, the only whole one."),
        found("Acme/Tiny").note());
  }

  @Test
  void amongSeveralAPersonChooses() throws IOException {
    whole("Acme/Tiny", OLD);
    whole("Acme/Tiny", NEW);
    ref("Acme/Tiny", "v1.0", OLD);
    assertEquals(
        "The model cache "
            + root
            + " has several commits of Acme/Tiny, and nothing says which is its main: choose one,"
            + " as Acme/Tiny@aaaaaaa; it has aaaaaaa (v1.0), bbbbbbb.",
        refusal("Acme/Tiny"));
  }

  @Test
  void aPartOfACommitIsCalledSo() throws IOException {
    Path part = whole("Acme/Tiny", PART);
    Files.delete(part.resolve("tokenizer.json"));
    String state =
        "Acme/Tiny is in the model cache "
            + root
            + ", but cannot be opened at %s. It is incomplete: tokenizer.json is missing.";
    assertEquals(state.formatted("ccccccc"), refusal("Acme/Tiny"));
    ref("Acme/Tiny", "main", PART);
    assertEquals(state.formatted("main"), refusal("Acme/Tiny"));
    whole("Acme/Tiny", OLD);
    assertEquals(state.formatted("main") + " Whole is aaaaaaa.", refusal("Acme/Tiny"));
  }

  @Test
  void aMainThatIsNotThereIsNotReplaced() throws IOException {
    whole("Acme/Tiny", OLD);
    ref("Acme/Tiny", "main", NEW);
    assertEquals(
        "The main of Acme/Tiny is at bbbbbbb, of which the model cache "
            + root
            + " has nothing; it has aaaaaaa.",
        refusal("Acme/Tiny"));
    ref("Acme/Tiny", "main", "../../..");
    refusal("Acme/Tiny");
  }

  @Test
  void aModelWithoutOwnerIsFound() throws IOException {
    Path folder = whole("tiny", OLD);
    ref("tiny", "main", OLD);
    assertFound(folder, "tiny");
    assertEquals(
        "tiny", new HubCache(root).snapshots(SnapshotSupport.ANY).get(0).repo().toString());
  }

  /** huggingface_hub 1.33 takes such a folder too: {@code try_to_load_from_cache}. */
  @Test
  void aFolderCalledMainIsMain() throws IOException {
    assertFound(whole("Acme/Tiny", "main"), "Acme/Tiny");
  }

  @Test
  void anotherFormatIsCalledByItsName() throws IOException {
    Path folder = new RepoFolder(root, RepoId.parse("Acme/Tiny-GGUF")).snapshot(OLD);
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("tiny-Q4_K_M.gguf"), "GGUF");
    ref("Acme/Tiny-GGUF", "main", OLD);
    assertEquals(
        "Acme/Tiny-GGUF is in the model cache "
            + root
            + ", but cannot be opened at main. It holds its weights as GGUF (tiny-Q4_K_M.gguf), the"
            + " format of llama.cpp, which is not read; model.safetensors is needed.",
        refusal("Acme/Tiny-GGUF"));
  }

  @Test
  void aFolderWithoutCommitsIsCalledSo() throws IOException {
    Files.createDirectories(root.resolve("models--Acme--Tiny/blobs"));
    assertEquals(
        "The model cache " + root + " has a folder for Acme/Tiny, but no commit of it.",
        refusal("Acme/Tiny"));
  }

  @Test
  void severalCommitsMayBeginAlike() throws IOException {
    whole("Acme/Tiny", OLD);
    whole("Acme/Tiny", "aaaaa" + "0".repeat(35));
    assertEquals(
        "Several commits of Acme/Tiny in the model cache "
            + root
            + " begin with aaaaa: aaaaa00,"
            + " aaaaaaa.",
        refusal("Acme/Tiny@aaaaa"));
  }

  private FoundModel found(String name) {
    return new HubCache(root).find(ModelName.parse(name)).orElseThrow();
  }

  private void assertFound(Path folder, String name) {
    assertEquals(new FoundModel(folder, Optional.empty()), found(name));
  }

  private String refusal(String name) {
    return assertThrows(FaultException.class, () -> found(name)).getMessage();
  }

  private Path whole(String repo, String commit) throws IOException {
    Path folder = new RepoFolder(root, RepoId.parse(repo)).snapshot(commit);
    Checkpoints.write(folder, Checkpoints.files(100));
    return folder;
  }

  private void ref(String repo, String name, String commit) throws IOException {
    Path file = new RepoFolder(root, RepoId.parse(repo)).ref(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, commit);
  }
}
