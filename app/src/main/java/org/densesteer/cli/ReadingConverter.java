package org.densesteer.cli;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.densesteer.extraction.Reading;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A reading position by the name that files and options use. */
final class ReadingConverter implements ITypeConverter<Reading> {

  private static final String NAMES =
      Arrays.stream(Reading.values()).map(Reading::id).collect(Collectors.joining(", "));

  @Override
  public Reading convert(String value) {
    return Arrays.stream(Reading.values())
        .filter(reading -> reading.id().equals(value))
        .findFirst()
        .orElseThrow(() -> new TypeConversionException("'" + value + "' is not one of " + NAMES));
  }
}
