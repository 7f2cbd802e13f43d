package org.densesteer.common;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;

/** UTF-8 text that people wrote: editors on Windows put a byte order mark before it. */
public final class TextFiles {

  private static final char MARK = '\ufeff';

  private TextFiles() {}

  /** Reads a file line by line, from behind the mark on where there is one. */
  public static BufferedReader reader(Path file) throws IOException {
    return withoutMark(Files.newBufferedReader(file));
  }

  /** The same for a text that was opened already. */
  public static BufferedReader withoutMark(Reader reader) throws IOException {
    PushbackReader pushback = new PushbackReader(reader);
    int first = pushback.read();
    if (first >= 0 && first != MARK) {
      pushback.unread(first);
    }
    return new BufferedReader(pushback);
  }

  /** A whole file. */
  public static String read(Path file) throws IOException {
    String text = Files.readString(file);
    return !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
  }
}
