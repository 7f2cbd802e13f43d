package org.densesteer.ui.model;

import java.util.Optional;
import org.densesteer.ui.settings.Source;

/**
 * A model as the menu offers it.
 *
 * @param source what is opened
 * @param details where it comes from and how large it is, a few words; may be empty
 * @param problem why it cannot be opened, one sentence; empty when it can
 */
public record ModelChoice(Source source, String details, Optional<String> problem) {}
