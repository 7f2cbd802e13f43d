package org.densesteer.cli;

import java.util.List;
import java.util.function.Function;
import org.densesteer.common.FaultException;
import org.densesteer.evaluation.placebo.Placebo;
import org.densesteer.evaluation.placebo.PlaceboList;
import org.densesteer.evaluation.plan.LayerRange;
import org.densesteer.evaluation.plan.StrengthRange;
import org.densesteer.steering.Operator;
import org.densesteer.steering.Positions;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Readers of option values; a value that cannot be read is wrong use. */
final class SweepConverters {

  private SweepConverters() {}

  /** Layers such as {@code 0,2-5}. */
  record Layers(List<Integer> values) {

    static final class Converter implements ITypeConverter<Layers> {
      @Override
      public Layers convert(String value) {
        return new Layers(read(LayerRange::parse, value));
      }
    }
  }

  /** Strengths such as {@code -4:4:1}. */
  record Strengths(List<Double> values) {

    static final class Converter implements ITypeConverter<Strengths> {
      @Override
      public Strengths convert(String value) {
        return new Strengths(read(StrengthRange::parse, value));
      }
    }
  }

  /** Placebos such as {@code random:3,flip}. */
  record Placebos(List<Placebo> values) {

    static final class Converter implements ITypeConverter<Placebos> {
      @Override
      public Placebos convert(String value) {
        return new Placebos(read(PlaceboList::parse, value));
      }
    }
  }

  /** Reads how a vector meets a hidden state. */
  static final class OperatorConverter implements ITypeConverter<Operator> {
    @Override
    public Operator convert(String value) {
      return read(Operator::parse, value);
    }
  }

  /** Reads steered positions. */
  static final class PositionsConverter implements ITypeConverter<Positions> {
    @Override
    public Positions convert(String value) {
      return read(Positions::parse, value);
    }
  }

  private static <T> T read(Function<String, T> reader, String value) {
    try {
      return reader.apply(value);
    } catch (FaultException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
