#!/usr/bin/env bash
# transformers 5.18.0 with tokenizers 0.23.2: in a folder whose config.json says model_type qwen2, the
# pre-tokenizer of tokenizer.json is not used. AutoTokenizer takes Qwen2's own whatever tokenizer_class
# says, so the ids differ from those of the tokenizers library on the same file; with model_type llama
# they are equal. A model of Qwen2's architecture with another tokenizer is read wrongly, in silence.
#
# Seen: qwen2 ids [1, 2, 3, 4], llama ids [11], tokenizers ids [11].
# Guessed: the file decides, as in transformers 4.
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
from tokenizers import models, pre_tokenizers

digits = "0123456789"
vocabulary = {digit: i for i, digit in enumerate(digits)} | {"12": 10, "1234": 11, "34": 12}
merges = [("1", "2"), ("3", "4"), ("12", "34")]
file = tokenizers.Tokenizer(models.BPE(vocab=vocabulary, merges=merges))
file.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)


def ids(model_type):
    folder = pathlib.Path(sys.argv[1], model_type)
    folder.mkdir()
    file.save(str(folder / "tokenizer.json"))
    (folder / "config.json").write_text(json.dumps({"model_type": model_type}))
    settings = {"tokenizer_class": "PreTrainedTokenizerFast"}
    (folder / "tokenizer_config.json").write_text(json.dumps(settings))
    return transformers.AutoTokenizer.from_pretrained(folder)("1234")["input_ids"]


seen = ids("qwen2"), ids("llama"), file.encode("1234").ids
print("qwen2 %s, llama %s, tokenizers %s" % seen)
if seen != ([1, 2, 3, 4], [11], [11]):
    sys.exit("the behaviour has changed")
PYTHON
