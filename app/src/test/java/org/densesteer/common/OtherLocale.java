package org.densesteer.common;

import java.util.Locale;

/** A computer of another language, until it is closed. */
public final class OtherLocale implements AutoCloseable {

  /** Languages that write 1,234.5 otherwise, in other digits, or lower-case I as ı. */
  public static final String[] ALL = {"ar-EG-u-nu-arab", "fa-IR", "bn-BD", "de-DE", "tr-TR"};

  private final Locale before = Locale.getDefault();

  /** Makes a language the computer's own. */
  public OtherLocale(String tag) {
    Locale.setDefault(Locale.forLanguageTag(tag));
  }

  @Override
  public void close() {
    Locale.setDefault(before);
  }
}
