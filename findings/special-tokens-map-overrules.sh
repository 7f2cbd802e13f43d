#!/usr/bin/env bash
# transformers 5.18.0 with tokenizers 0.23.2: special_tokens_map.json, which transformers 5 itself no
# longer writes, takes the place of what tokenizer_config.json says, but only where that file has no
# added_tokens_decoder; an empty one is enough for the older file to be ignored. So two folders that
# name the same end token in tokenizer_config.json can end their answers at different tokens.
#
# Seen: <old> without added_tokens_decoder, <new> with an empty one.
# Guessed: <new> in both, the newer file.
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
from tokenizers import models


def end_token(name, more):
    folder = pathlib.Path(sys.argv[1], name)
    folder.mkdir()
    file = tokenizers.Tokenizer(models.WordLevel({"<old>": 0, "<new>": 1, "<unk>": 2}, "<unk>"))
    file.save(str(folder / "tokenizer.json"))
    settings = {"tokenizer_class": "PreTrainedTokenizerFast", "eos_token": "<new>", **more}
    (folder / "tokenizer_config.json").write_text(json.dumps(settings))
    (folder / "special_tokens_map.json").write_text(json.dumps({"eos_token": "<old>"}))
    (folder / "config.json").write_text(json.dumps({"model_type": "llama"}))
    return transformers.AutoTokenizer.from_pretrained(folder).eos_token


seen = end_token("without", {}), end_token("with", {"added_tokens_decoder": {}})
print("%s without added_tokens_decoder, %s with an empty one" % seen)
if seen != ("<old>", "<new>"):
    sys.exit("the behaviour has changed")
PYTHON
