package org.densesteer.hub;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A model of the cache that was asked for by its name.
 *
 * @param folder the checkpoint folder
 * @param note a sentence that says how it was chosen, where its name alone does not tell
 */
public record FoundModel(Path folder, Optional<String> note) {}
