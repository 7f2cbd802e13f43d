#!/usr/bin/env bash
# transformers 5.18.0 with tokenizers 0.23.2: add_bos_token in tokenizer_config.json changes nothing
# where a tokenizer.json is there, neither true nor false; its post-processor alone decides whether a
# text begins with the begin token. transformers 4 built the post-processor anew from that setting for
# Llama's class. Figures of a raw prompt (NLL, logits) shift with it.
#
# Seen: false with a post-processor [0, 1]; true without one [1].
# Guessed: the setting decides.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet transformers==5.18.0 tokenizers==0.23.2
"$folder/venv/bin/python" - "$folder" <<'PYTHON'
import json
import pathlib
import sys

import tokenizers
import transformers
from tokenizers import models, pre_tokenizers, processors


def ids(name, setting, post_processor):
    folder = pathlib.Path(sys.argv[1], name)
    folder.mkdir()
    file = tokenizers.Tokenizer(models.WordLevel({"<s>": 0, "hello": 1, "<unk>": 2}, "<unk>"))
    file.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
    file.add_special_tokens(["<s>"])
    if post_processor:
        file.post_processor = processors.TemplateProcessing("<s> $A", "<s> $A $B", [("<s>", 0)])
    file.save(str(folder / "tokenizer.json"))
    settings = {"tokenizer_class": "PreTrainedTokenizerFast", "bos_token": "<s>"}
    settings["add_bos_token"] = setting
    (folder / "tokenizer_config.json").write_text(json.dumps(settings))
    (folder / "config.json").write_text(json.dumps({"model_type": "llama"}))
    return transformers.AutoTokenizer.from_pretrained(folder)("hello")["input_ids"]


seen = ids("off", False, True), ids("on", True, False)
print("false with a post-processor %s, true without one %s" % seen)
if seen != ([0, 1], [1]):
    sys.exit("the behaviour has changed")
PYTHON
