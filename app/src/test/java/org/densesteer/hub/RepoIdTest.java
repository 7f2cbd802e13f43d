package org.densesteer.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.densesteer.common.FaultException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepoIdTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Qwen/Qwen2.5-0.5B-Instruct",
        " Qwen/Qwen2.5-0.5B-Instruct\n",
        "https://huggingface.co/Qwen/Qwen2.5-0.5B-Instruct",
        "https://huggingface.co/Qwen/Qwen2.5-0.5B-Instruct/tree/main?x=1"
      })
  void readsNamesAndAddresses(String text) {
    assertEquals(new RepoId("Qwen", "Qwen2.5-0.5B-Instruct"), RepoId.parse(text));
  }

  @Test
  void isAFolderInTheCacheAndBack() {
    RepoId repo = RepoId.parse("meta-llama/Llama-3.2-1B-Instruct");
    assertEquals("models--meta-llama--Llama-3.2-1B-Instruct", repo.folderName());
    assertEquals(Optional.of(repo), RepoId.ofFolder(repo.folderName()));
  }

  @Test
  void theOldestModelsHaveNoOwner() {
    RepoId repo = RepoId.parse("gpt2");
    assertEquals("gpt2", repo.toString());
    assertEquals("models--gpt2", repo.folderName());
    assertEquals(Optional.of(repo), RepoId.ofFolder("models--gpt2"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "/x", "x/", "a/b/c", "../..", "a/..", "a/b--c", "a/-b", "a/b.", "a b/c", "a/b\\c",
        "a/b.git", "a/b?c", "é/b", "a/b#c", "a/b%2f"
      })
  void refusesWhatIsNoName(String text) {
    FaultException fault = assertThrows(FaultException.class, () -> RepoId.parse(text));
    assertTrue(fault.getMessage().contains("write owner/name"), fault.getMessage());
  }

  @Test
  void isKnownByItsSnapshotFolder() {
    Path folder = Path.of("/cache/models--Acme--Tiny/snapshots/0123");
    assertEquals(Optional.of(new RepoId("Acme", "Tiny")), RepoId.ofSnapshot(folder));
    assertEquals(Optional.empty(), RepoId.ofSnapshot(Path.of("/models/tiny")));
    assertEquals(Optional.empty(), RepoId.ofSnapshot(Path.of("/snapshots/0123")));
    assertEquals(Optional.empty(), RepoId.ofSnapshot(Path.of("/")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "datasets--a--b",
        "models----a",
        "models--",
        "models--a--b--c",
        "models--..--..",
        "version.txt"
      })
  void ignoresOtherFolders(String folder) {
    assertEquals(Optional.empty(), RepoId.ofFolder(folder));
  }
}
