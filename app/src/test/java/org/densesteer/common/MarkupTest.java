package org.densesteer.common;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class MarkupTest {

  @Test
  void marksOfMarkupAreEscaped() {
    assertEquals("&lt;a b=&quot;c&quot;&gt; &amp;amp; &#39;", Markup.escape("<a b=\"c\"> &amp; '"));
  }

  @Test
  void otherWritingAndLineBreaksStay() {
    String text = "λ ≥ 2, ё, 漢字, 😀\n\tnext";
    assertEquals(text, Markup.escape(text));
  }

  @Test
  void charactersThatNoDocumentMayHoldAreReplaced() {
    assertEquals("a\uFFFDb\uFFFD\uFFFDc", Markup.escape("a\u0000b\u001B\uD800c"));
  }

  @Test
  void everyCharacterGivesWellFormedXml() throws Exception {
    StringBuilder all = new StringBuilder();
    for (int c = 0; c < 0x11000; c++) {
      all.appendCodePoint(c);
    }
    String document = "<t a=\"" + Markup.escape("\"'<&") + "\">" + Markup.escape(all.toString());
    var parsed =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(document + "</t>")));
    assertEquals("\"'<&", parsed.getDocumentElement().getAttribute("a"));
  }
}
