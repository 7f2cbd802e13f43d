package org.densesteer.common;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.io.CharConversionException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a JSON text, in a person's words. The parser's own messages speak of its
 * classes and settings, and are kept for the details.
 */
public final class JsonFlaw {

  private static final Pattern TWICE = Pattern.compile("Duplicate [Ff]ield '(.{1,80})'.*");
  private static final String NOT_UTF_8 = "Invalid UTF-8";
  private static final String CUT_OFF = "Unexpected end-of-input";
  private static final String TOO_MANY = "Token count";
  private static final String TRAILING = "Trailing token";

  private JsonFlaw() {}

  /** The fault of a file that could not be read, or does not hold what it should. */
  public static FaultException in(Path file, IOException e) {
    if (e instanceof CharConversionException) {
      return new FaultException("The file " + file + " is not UTF-8 text.", e);
    }
    return e instanceof JsonProcessingException flaw
        ? new FaultException("The file " + file + " " + of(flaw) + ".", e)
        : new FaultException("Cannot read " + file + ": " + AtomicFiles.reason(e) + ".", e);
  }

  /** What is wrong and at which line and column, to follow the text's name. */
  public static String of(JsonProcessingException e) {
    return said(e, place(e.getLocation(), true));
  }

  /** The same for a text of one line, whose number the sentence tells already. */
  public static String ofLine(JsonProcessingException e) {
    return said(e, place(e.getLocation(), false));
  }

  private static String said(JsonProcessingException e, String place) {
    String internal = String.valueOf(e.getOriginalMessage());
    Matcher twice = TWICE.matcher(internal);
    if (internal.startsWith(CUT_OFF)) {
      return "stops in the middle of its JSON, as when it was cut off";
    } else if (e instanceof StreamConstraintsException && internal.startsWith(TOO_MANY)) {
      return "holds more values than such a text can have" + place;
    } else if (e instanceof StreamConstraintsException) {
      return "is nested too deeply, or has a name, text or number that is too long" + place;
    } else if (twice.matches()) {
      return "has “" + twice.group(1) + "” twice in one object" + place;
    } else if (internal.startsWith(NOT_UTF_8)) {
      return "is not UTF-8 text" + place;
    } else if (internal.startsWith(TRAILING)) {
      return "goes on after the end of its JSON" + place;
    } else if (e instanceof UnrecognizedPropertyException unknown) {
      return "has the unknown field “" + unknown.getPropertyName() + "”" + place;
    } else if (e instanceof JsonMappingException mapping) {
      return "does not hold what it should" + field(mapping) + place;
    }
    return "is not well-formed JSON" + place;
  }

  private static String field(JsonMappingException e) {
    String path =
        e.getPath().stream()
            .map(
                step ->
                    step.getFieldName() == null
                        ? Integer.toString(step.getIndex())
                        : step.getFieldName())
            .collect(Collectors.joining("."));
    return path.isEmpty() ? "" : " in its field “" + path + "”";
  }

  private static String place(@Nullable JsonLocation at, boolean withLine) {
    if (at == null || at.getLineNr() < 1) {
      return "";
    }
    String column = at.getColumnNr() < 1 ? "" : "column " + at.getColumnNr();
    if (!withLine) {
      return column.isEmpty() ? "" : " at " + column;
    }
    return " at line " + at.getLineNr() + (column.isEmpty() ? "" : ", " + column);
  }
}
