package org.densesteer.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.densesteer.common.Cancellation;
import org.densesteer.common.FaultException;
import org.densesteer.hub.DownloadProgress.Phase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelStoreTest {

  @TempDir Path folder;
  private final FakeHub hub = new FakeHub();
  private final List<DownloadProgress> heard = new ArrayList<>();
  private final Map<String, String> variables = new HashMap<>();

  @BeforeEach
  void pointAtTheHub() {
    variables.put("HF_ENDPOINT", hub.address().toString());
    variables.put("HF_HOME", folder.toString());
  }

  @AfterEach
  void close() {
    hub.close();
  }

  private ModelStore store() {
    return new ModelStore(new HubEnvironment(variables, folder));
  }

  private Path fetch(ModelStore store) {
    return store.fetch(
        ModelName.of(FakeHub.REPO), new PauseSwitch(), new Cancellation(), heard::add);
  }

  private void configuration(String text) {
    hub.files.put("config.json", text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void whatWasFetchedIsFoundAndListed() {
    ModelStore store = store();
    assertEquals(Optional.empty(), store.whole(ModelName.of(FakeHub.REPO)));
    Path here = fetch(store);
    assertEquals(Optional.of(here), store.whole(ModelName.of(FakeHub.REPO)));
    CachedSnapshot listed = store.models().get(0);
    assertEquals(here, listed.folder());
    assertEquals(Optional.empty(), listed.problem());
    assertEquals(20_000, listed.parameters().orElseThrow());
  }

  @Test
  void aModelIsGivenByItsFolderOrByItsName() {
    ModelStore store = store();
    FaultException none =
        assertThrows(FaultException.class, () -> store.given(FakeHub.REPO.toString()));
    assertTrue(
        String.valueOf(none.getMessage()).contains("no model of that name"), none.getMessage());
    assertThrows(FaultException.class, () -> store.given("no/such/folder"));
    Path here = fetch(store);
    assertEquals(here, store.given(FakeHub.REPO.toString()).folder());
    assertEquals(here, store.given(here.toString()).folder());
  }

  @Test
  void saysThatItAsksBeforeAnythingIsKnown() {
    fetch(store());
    assertEquals(Phase.WAITING, heard.get(0).phase());
    assertEquals("asking " + hub.address().getAuthority() + " about it", heard.get(0).text());
    assertEquals(Phase.DONE, heard.get(heard.size() - 1).phase());
  }

  @Test
  void aModelThatCannotRunIsRefusedBeforeItsWeightsAreFetched() {
    configuration(Checkpoints.config(20).replace("qwen2", "whisper"));
    FaultException fault = assertThrows(FaultException.class, () -> fetch(store()));
    assertTrue(
        fault
            .getMessage()
            .startsWith(
                "The checkpoint Acme/Tiny-Instruct cannot be run: the model type 'whisper'"),
        fault.getMessage());
    assertTrue(hub.gets("model.safetensors").isEmpty());
    assertTrue(hub.gets("tokenizer.json").isEmpty());
  }

  @Test
  void whatCannotBeOpenedSaysWhyByItsName() throws IOException {
    Path snapshot = store().folder().resolve("models--Acme--Odd/snapshots/" + "b".repeat(40));
    Checkpoints.write(snapshot, Checkpoints.files(20));
    Files.writeString(
        snapshot.resolve("config.json"), Checkpoints.config(20).replace("\"qwen2\"", "\"gpt2\""));
    CachedSnapshot listed = store().models().get(0);
    String problem = listed.problem().orElseThrow();
    assertTrue(problem.startsWith("The checkpoint Acme/Odd cannot be run"), problem);
  }

  @Test
  void knowsWhetherThereIsAToken() {
    assertFalse(store().hasToken());
    variables.put("HF_TOKEN", "hf_test");
    assertTrue(store().hasToken());
  }
}
