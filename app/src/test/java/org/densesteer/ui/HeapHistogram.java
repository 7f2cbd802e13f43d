package org.densesteer.ui;

import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.TreeMap;
import javax.management.JMException;
import javax.management.ObjectName;

/** How many objects of each class the virtual machine reaches, as {@code jmap -histo:live} does. */
final class HeapHistogram {

  private HeapHistogram() {}

  /** Objects by class name, for names that begin so; collects garbage first. */
  static Map<String, Long> of(String prefix) {
    try {
      String table =
          (String)
              ManagementFactory.getPlatformMBeanServer()
                  .invoke(
                      new ObjectName("com.sun.management:type=DiagnosticCommand"),
                      "gcClassHistogram",
                      new Object[] {new String[0]},
                      new String[] {String[].class.getName()});
      Map<String, Long> counts = new TreeMap<>();
      // A line such as "  12:   345   6780  java.lang.Integer (java.base@17.0.9)".
      table
          .lines()
          .map(line -> line.strip().split("\\s+"))
          .filter(words -> words.length >= 4 && words[3].startsWith(prefix))
          .forEach(words -> counts.merge(words[3], Long.valueOf(words[1]), Long::sum));
      return counts;
    } catch (JMException e) {
      throw new IllegalStateException("This virtual machine gives no histogram of its heap.", e);
    }
  }
}
