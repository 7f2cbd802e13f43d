package org.densesteer.ui.download;

import java.util.Optional;
import org.densesteer.hub.ModelCatalogue.Entry;
import org.densesteer.model.memory.MemoryNeed;
import org.densesteer.ui.download.DownloadsViewModel.Surroundings;
import org.jspecify.annotations.Nullable;

/** What a person should know of a model before getting it. */
final class Advice {

  /** The packed weights and the embedding: the least that a 16-bit checkpoint takes. */
  private static final double COPIES = 1.3;

  private Advice() {}

  /** What it is for, and the way to a gated one. */
  static String note(CatalogueOffer offer, @Nullable Surroundings around) {
    Entry entry = offer.entry();
    String note = capitalised(entry.note()) + ". Licence: " + entry.licence() + ".";
    if (!entry.gated() || offer.here()) {
      return note;
    }
    String access =
        " Gated: accept its licence at huggingface.co/"
            + entry.repo()
            + " with your account first; ";
    return note
        + access
        + (around != null && around.hasToken()
            ? "the access token found on this machine is sent along."
            : "then set HF_TOKEN, or log in with \"hf auth login\".");
  }

  /** Why it could not be opened once it is here; empty when it could, or nobody knows. */
  static Optional<String> warning(CatalogueOffer offer, @Nullable Surroundings around) {
    return around == null
        ? Optional.empty()
        : new MemoryNeed(offer.entry().bytes(), COPIES, 0)
            .refusal(offer.entry().id().name(), around.free());
  }

  private static String capitalised(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
