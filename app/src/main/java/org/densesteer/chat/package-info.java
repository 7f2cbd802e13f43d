/** Chat templates, rendered as Hugging Face transformers renders them. */
@NullMarked
package org.densesteer.chat;

import org.jspecify.annotations.NullMarked;
