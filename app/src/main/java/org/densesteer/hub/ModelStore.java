package org.densesteer.hub;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.densesteer.common.Cancellation;
import org.densesteer.common.FaultException;
import org.densesteer.common.FileNames;
import org.densesteer.common.Texts;
import org.densesteer.model.checkpoint.ModelConfig;

/** The models of a person's Hugging Face cache, and the way to get more of them. */
public final class ModelStore {

  private final HubEnvironment environment;
  private final HubCache cache;

  /** The cache, server and token of an environment. */
  public ModelStore(HubEnvironment environment) {
    this.environment = environment;
    this.cache = HubCache.of(environment);
  }

  /** Where the models lie; the folder need not exist yet. */
  public Path folder() {
    return cache.root();
  }

  /**
   * The server that models come from.
   *
   * @throws FaultException when {@code HF_ENDPOINT} holds no address
   */
  public URI server() {
    return environment.endpoint();
  }

  /**
   * Whether there is an access token, which gated models take.
   *
   * @throws FaultException when its file cannot be read
   */
  public boolean hasToken() {
    return environment.token().isPresent();
  }

  /**
   * Every commit of every model in the cache, by name; those that the decoder cannot open say why.
   *
   * @throws FaultException when the cache is there but cannot be listed
   */
  public List<CachedSnapshot> models() {
    return cache.snapshots(new CheckpointSupport());
  }

  /**
   * The checkpoint folder that a name means; nothing when the cache does not have the model at all.
   *
   * @throws FaultException when it has the model, but not so or not whole
   */
  public Optional<FoundModel> find(ModelName name) {
    return cache.find(name);
  }

  /**
   * The checkpoint that a person means: a folder that is there, else a model of the cache.
   *
   * @param given a folder, or what {@link ModelName#parse} reads
   * @throws FaultException when it is neither, or the cache does not have the model so or not whole
   */
  public FoundModel given(String given) {
    Path folder = FileNames.path(given);
    return Files.exists(folder) ? new FoundModel(folder, Optional.empty()) : cached(given, folder);
  }

  private FoundModel cached(String given, Path folder) {
    ModelName name;
    try {
      name = ModelName.parse(given);
    } catch (FaultException e) {
      throw new FaultException("There is no checkpoint folder " + folder + ".", e);
    }
    return find(name)
        .orElseThrow(
            () ->
                new FaultException(
                    Texts.of(
                        "There is no checkpoint folder %s, and no model of that name in the model"
                            + " cache %s.",
                        folder, folder())));
  }

  /** The checkpoint folder that a name means when it is here and whole. */
  public Optional<Path> whole(ModelName name) {
    try {
      return find(name).map(FoundModel::folder);
    } catch (FaultException e) {
      return Optional.empty();
    }
  }

  /**
   * Fetches of a model what is not here yet. Blocks; the listener is called on the calling thread.
   * A model that the decoder cannot open is refused before its weights are fetched.
   *
   * @return the checkpoint folder
   * @throws FaultException when there is no such model, it may not be seen or cannot be opened, the
   *     disk is too small, or a file cannot be had
   * @throws java.util.concurrent.CancellationException when it was cancelled
   */
  public Path fetch(
      ModelName name,
      PauseSwitch pause,
      Cancellation cancellation,
      Consumer<DownloadProgress> listener) {
    HubClient client = new HubClient(environment, RetryPolicy.STANDARD);
    listener.accept(DownloadProgress.asking(server().getAuthority()));
    RemoteSnapshot snapshot = client.describe(name.repo(), name.revisionOrMain(), cancellation);
    return new SnapshotDownload(environment, client)
        .fetch(
            snapshot,
            config -> requireSupported(name.repo(), config),
            pause,
            cancellation,
            listener);
  }

  private static void requireSupported(RepoId repo, Path config) {
    try {
      ModelConfig.read(config);
    } catch (FaultException e) {
      throw new FaultException(
          CheckpointSupport.sentence(e, config.getParent(), repo.toString()), e);
    }
  }
}
