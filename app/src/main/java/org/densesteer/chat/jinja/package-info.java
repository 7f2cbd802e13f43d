/**
 * An interpreter for the part of Jinja that chat templates use, with the white-space rules that
 * transformers sets ({@code trim_blocks} and {@code lstrip_blocks} on). Templates come from
 * strangers: work, output and nesting are bounded, and nothing outside the given variables can be
 * reached.
 *
 * <p>The way of a template: {@link org.densesteer.chat.jinja.Lexer} → {@link
 * org.densesteer.chat.jinja.StatementParser} → {@link org.densesteer.chat.jinja.Executor}.
 */
@NullMarked
package org.densesteer.chat.jinja;

import org.jspecify.annotations.NullMarked;
