package org.densesteer.ui.export;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.densesteer.common.FaultException;
import org.densesteer.common.Texts;
import org.densesteer.steering.format.VectorFormat;
import org.densesteer.steering.format.VectorFormats;

/** The file that an export writes when a person asked for one of that name. */
final class ExportTarget {

  private ExportTarget() {}

  /**
   * The file itself, or the same with the format's ending where it has none.
   *
   * @throws FaultException when the ending is another format's, or when the file with the added
   *     ending is there already: nobody was asked about replacing that one
   */
  static Path of(Path asked, VectorFormat format) {
    String name = String.valueOf(asked.getFileName());
    if (endsAs(name, format)) {
      return asked;
    }
    for (VectorFormat other : VectorFormats.all()) {
      if (endsAs(name, other)) {
        throw new FaultException(
            Texts.of(
                "The name %s ends as a %s file does, but %s is chosen; choose that format or another name.",
                name, other.displayName(), format.displayName()));
      }
    }
    Path completed = asked.resolveSibling(name + format.endings().get(0));
    if (Files.exists(completed)) {
      throw new FaultException(
          Texts.of("The file %s exists already; give its name in full to replace it.", completed));
    }
    return completed;
  }

  private static boolean endsAs(String name, VectorFormat format) {
    String lower = name.toLowerCase(Locale.ROOT);
    return format.endings().stream().anyMatch(lower::endsWith);
  }
}
