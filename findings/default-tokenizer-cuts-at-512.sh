#!/usr/bin/env bash
# DJL 0.35.1 (ai.djl.huggingface:tokenizers): HuggingFaceTokenizer.newInstance gives every text 512 ids at most,
# whatever the model takes. tokenizer.json asks for no truncation and tokenizer_config.json beside it says
# model_max_length 32768; neither is heeded. The end of the text is lost, with it the question that a prompt ends in
# or the answer that is to be scored. Nothing is thrown; one line of the log says so, of which nothing is seen where
# no logger is set up. optTruncation(false), or truncation DO_NOT_TRUNCATE among the options, gives all ids.
#
# Seen: 2,000 words become 512 ids by default, also in a batch and by the builder, and 2,000 without truncation.
# Guessed: the ids of the whole text, as the tokenizers library gives them, or a cut at model_max_length.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat > pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>x</groupId>
  <artifactId>x</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>ai.djl.huggingface</groupId>
      <artifactId>tokenizers</artifactId>
      <version>0.35.1</version>
    </dependency>
  </dependencies>
</project>
XML
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory=lib
mkdir model
cat > model/tokenizer.json <<'JSON'
{"version": "1.0", "truncation": null, "padding": null, "added_tokens": [], "normalizer": null,
 "pre_tokenizer": {"type": "Whitespace"}, "post_processor": null, "decoder": null,
 "model": {"type": "WordLevel", "vocab": {"word": 0, "[UNK]": 1}, "unk_token": "[UNK]"}}
JSON
echo '{"model_max_length": 32768}' > model/tokenizer_config.json
cat > Cut.java <<'JAVA'
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.nio.file.Path;
import java.util.List;

public class Cut {

  public static void main(String[] arguments) throws Exception {
    Path model = Path.of("model");
    String text = "word ".repeat(2000);
    try (HuggingFaceTokenizer plain = HuggingFaceTokenizer.newInstance(model);
        HuggingFaceTokenizer built =
            HuggingFaceTokenizer.builder().optTokenizerPath(model).build();
        HuggingFaceTokenizer whole =
            HuggingFaceTokenizer.builder().optTokenizerPath(model).optTruncation(false).build()) {
      List<Integer> seen =
          List.of(
              plain.encode(text).getIds().length,
              plain.batchEncode(List.of(text))[0].getIds().length,
              built.encode(text).getIds().length,
              whole.encode(text).getIds().length);
      System.out.println("ids of 2000 words: default, batch, builder, without truncation " + seen);
      if (!seen.equals(List.of(512, 512, 512, 2000))) {
        System.err.println("the behaviour has changed");
        System.exit(1);
      }
    }
  }
}
JAVA
export DJL_CACHE_DIR=$folder/cache OPT_OUT_TRACKING=true
java -cp 'lib/*' Cut.java
