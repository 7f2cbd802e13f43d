package org.densesteer.evaluation.report;

import java.util.List;

/** A piece of a report, in plain text; whoever renders it escapes it. */
sealed interface ReportBlock {

  /** A heading of level 1 to 3. */
  record Heading(int level, String text) implements ReportBlock {}

  /** A paragraph. */
  record Paragraph(String text) implements ReportBlock {}

  /** A list of short paragraphs. */
  record Bullets(List<String> items) implements ReportBlock {}

  /** A table; every row is as long as the header. */
  record Table(List<String> header, List<List<String>> rows) implements ReportBlock {}

  /** A picture, with a table that says the same where no picture can be shown. */
  record Figure(HeatMap map) implements ReportBlock {}

  /** Text to be shown as it is, in a fixed pitch. */
  record Verbatim(String text) implements ReportBlock {}
}
