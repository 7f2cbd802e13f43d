#!/usr/bin/env bash
# transformers 5.18.0: a single file in additional_chat_templates/, for tools say, hides the template
# that tokenizer_config.json has. The extra one is then all there is: a plain chat, which took the
# template of tokenizer_config.json before, fails, and a chat with tools takes the extra one.
#
# Seen: with tokenizer_config.json alone "plain"; with additional_chat_templates/tool_use.jinja
# beside it a ValueError for the plain chat, "tools" for the one with tools.
# Guessed: "plain" for the plain chat in both, as where chat_template.jinja holds it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet transformers==5.18.0 tokenizers==0.23.2 jinja2
"$folder/venv/bin/python" - "$folder" <<'PYTHON'
import json
import pathlib
import sys

import tokenizers
import transformers
from tokenizers import models

TOOL = {"type": "function", "function": {"name": "add", "parameters": {}}}


def render(tokenizer, **more):
    chat = [{"role": "user", "content": "hi"}]
    try:
        return tokenizer.apply_chat_template(chat, tokenize=False, **more)
    except ValueError as e:
        return type(e).__name__


def texts(name, extra):
    folder = pathlib.Path(sys.argv[1], name)
    folder.mkdir()
    file = tokenizers.Tokenizer(models.WordLevel({"hi": 0, "<unk>": 1}, "<unk>"))
    file.save(str(folder / "tokenizer.json"))
    settings = {"tokenizer_class": "PreTrainedTokenizerFast", "chat_template": "plain"}
    (folder / "tokenizer_config.json").write_text(json.dumps(settings))
    (folder / "config.json").write_text(json.dumps({"model_type": "llama"}))
    if extra:
        (folder / "additional_chat_templates").mkdir()
        (folder / "additional_chat_templates" / "tool_use.jinja").write_text("tools")
    tokenizer = transformers.AutoTokenizer.from_pretrained(folder)
    return render(tokenizer), render(tokenizer, tools=[TOOL])


alone, beside = texts("alone", False), texts("beside", True)
print("alone: plain chat %r, with tools %r" % alone)
print("with an extra template beside it: plain chat %r, with tools %r" % beside)
if alone != ("plain", "plain") or beside != ("ValueError", "tools"):
    sys.exit("the behaviour has changed")
PYTHON
