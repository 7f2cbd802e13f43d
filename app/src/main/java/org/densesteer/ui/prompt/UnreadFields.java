package org.densesteer.ui.prompt;

import org.densesteer.evaluation.problems.UnknownFieldsException;
import org.densesteer.ui.settings.Source;

/**
 * A problem file whose fields a person is to name.
 *
 * @param source the file
 * @param found what its first record holds
 */
public record UnreadFields(Source source, UnknownFieldsException found) {}
