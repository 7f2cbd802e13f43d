package org.densesteer.evaluation.problems;

import com.fasterxml.jackson.databind.JsonNode;

/** Takes the records of a problem file in order. */
@FunctionalInterface
interface RecordSink {

  /**
   * The next record.
   *
   * @param record a JSON object
   * @param number its line in a file of lines, else its place in the file, from 1
   * @param where the same in words, such as {@code line 3}
   */
  void accept(JsonNode record, int number, String where);
}
