package org.densesteer.ui;

import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;

/** How many objects of each class the virtual machine reaches, as {@code jmap -histo:live} does. */
final class HeapHistogram {

  /** Such as {@code 12: 345 6780 java.lang.Integer (java.base@17.0.9)}. */
  private static final Pattern LINE = Pattern.compile("\\s*\\d+:\\s+(\\d+)\\s+(\\d+)\\s+(\\S+)");

  private HeapHistogram() {}

  /** Objects by class name, for names that begin so; collects garbage first. */
  static Map<String, Long> of(String prefix) {
    Map<String, Long> counts = new TreeMap<>();
    table()
        .lines()
        .map(LINE::matcher)
        .filter(line -> line.lookingAt() && line.group(3).startsWith(prefix))
        .forEach(line -> counts.merge(line.group(3), Long.valueOf(line.group(1)), Long::sum));
    return counts;
  }

  /** Bytes of all objects that can be reached; collects garbage first. */
  static long bytes() {
    return table()
        .lines()
        .map(LINE::matcher)
        .filter(Matcher::lookingAt)
        .mapToLong(line -> Long.parseLong(line.group(2)))
        .sum();
  }

  private static String table() {
    try {
      return (String)
          ManagementFactory.getPlatformMBeanServer()
              .invoke(
                  new ObjectName("com.sun.management:type=DiagnosticCommand"),
                  "gcClassHistogram",
                  new Object[] {new String[0]},
                  new String[] {String[].class.getName()});
    } catch (JMException e) {
      throw new IllegalStateException("This virtual machine gives no histogram of its heap.", e);
    }
  }
}
