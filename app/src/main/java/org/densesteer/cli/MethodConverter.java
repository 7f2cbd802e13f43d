package org.densesteer.cli;

import java.util.Arrays;
import org.densesteer.extraction.ExtractionMethod;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** An extraction method by the name that options use. */
final class MethodConverter implements ITypeConverter<ExtractionMethod> {

  @Override
  public ExtractionMethod convert(String value) {
    return Arrays.stream(ExtractionMethod.values())
        .filter(method -> method.id().equals(value))
        .findFirst()
        .orElseThrow(() -> new TypeConversionException("'" + value + "' is not mean or pca"));
  }
}
