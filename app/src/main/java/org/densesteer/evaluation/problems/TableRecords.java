package org.densesteer.evaluation.problems;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import org.densesteer.common.FaultException;
import org.densesteer.common.TextFiles;
import org.densesteer.common.Texts;

/** Reads the rows of a table whose first line names the columns. */
final class TableRecords {

  private static final ObjectReader ROWS =
      new CsvMapper()
          .readerFor(JsonNode.class)
          .with(CsvParser.Feature.SKIP_EMPTY_LINES)
          .with(CsvParser.Feature.FAIL_ON_MISSING_COLUMNS);

  private static final int LONGEST_LINE = 1 << 20;

  private TableRecords() {}

  /**
   * MGSM's own files have two columns and no names for them: a question and a number. Where a comma
   * is decimal, spreadsheets set columns apart by semicolons.
   */
  private static CsvSchema schema(BufferedReader text, boolean tabs) throws IOException {
    CsvSchema named = CsvSchema.emptySchema().withHeader();
    text.mark(LONGEST_LINE);
    String first = String.valueOf(text.readLine());
    text.reset();
    if (!tabs) {
      boolean semicolons = first.indexOf(';') >= 0 && first.indexOf(',') < 0;
      return semicolons ? named.withColumnSeparator(';') : named;
    }
    String[] columns = first.split("\t");
    boolean bare = columns.length == 2 && columns[1].strip().matches("-?[\\d,.]+");
    CsvSchema schema =
        bare ? CsvSchema.builder().addColumn("question").addColumn("answer_number").build() : named;
    return schema.withColumnSeparator('\t').withoutQuoteChar();
  }

  /**
   * Reads every row.
   *
   * @param tabs whether tabs set the columns apart; else commas do, or semicolons
   */
  static void of(String source, Reader reader, boolean tabs, RecordSink sink) throws IOException {
    int number = 0;
    try (BufferedReader text = TextFiles.withoutMark(reader);
        MappingIterator<JsonNode> rows = ROWS.with(schema(text, tabs)).readValues(text)) {
      while (rows.hasNextValue()) {
        JsonNode row = rows.nextValue();
        number++;
        sink.accept(row, number, "row " + number);
      }
    } catch (CharacterCodingException e) {
      throw new FaultException(
          Texts.of("%s is not UTF-8 text somewhere after row %d.", source, number), e);
    } catch (JsonProcessingException e) {
      throw new FaultException(
          Texts.of(
              "Row %d of %s does not have the columns that its first line names.",
              number + 1, source),
          e);
    }
  }
}
