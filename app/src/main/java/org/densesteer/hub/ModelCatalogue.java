package org.densesteer.hub;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.densesteer.common.Json;

/** The models that "Get a model…" offers by name: those of the paper, and their kin. */
public final class ModelCatalogue {

  private static final String RESOURCE = "catalogue.json";

  private ModelCatalogue() {}

  /**
   * A model that can be fetched.
   *
   * @param repo its repository
   * @param parameters number of weights, tied ones once
   * @param bytes about what the download takes
   * @param licence the licence's name
   * @param gated whether its owner grants access person by person
   * @param paper whether the DenseSteer paper reports results for it
   * @param note what it is for, a few words
   */
  public record Entry(
      String repo,
      long parameters,
      long bytes,
      String licence,
      boolean gated,
      boolean paper,
      String note) {

    /** The repository's checked name. */
    public RepoId id() {
      return RepoId.parse(repo);
    }
  }

  /** All entries, in the order in which to show them. */
  public static List<Entry> entries() {
    try (InputStream in =
        Objects.requireNonNull(ModelCatalogue.class.getResourceAsStream(RESOURCE), RESOURCE)) {
      return List.copyOf(Json.STRICT.readValue(in, new TypeReference<List<Entry>>() {}));
    } catch (IOException e) {
      throw new UncheckedIOException("the catalogue inside the application is broken", e);
    }
  }
}
