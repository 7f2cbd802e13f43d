#!/usr/bin/env bash
# transformers 5.18.0 with torch 2.13.0: a decoder block of Llama, Qwen2 or GPT-2 returns its hidden states as they
# are, one of Falcon, Bloom or GPT-J inside a tuple. A forward hook that adds a vector to output[0] in place, as it is
# published in many places, so steers the first row of a batch alone in the former, with no error and no warning, and
# every row in the latter. With one row, as it is mostly tried, nothing is to be seen.
#
# Seen: two equal prompts in one batch; Llama, Qwen2, GPT-2: the second row's logits are the unsteered ones; Falcon,
# Bloom, GPT-J: both rows are the same.
# Guessed: blocks of all architectures return a tuple whose first item is the batch of hidden states.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet transformers==5.18.0 torch==2.13.0
"$folder/venv/bin/python" - <<'PYTHON'
import sys

import torch
import transformers

wide = dict(hidden_size=32, num_attention_heads=4, vocab_size=64)
blocks = dict(wide, num_hidden_layers=2, intermediate_size=48)
small = dict(n_embd=32, n_layer=2, n_head=4, vocab_size=64, bos_token_id=0, eos_token_id=0)
models = {
    "Llama": (transformers.LlamaConfig(**blocks), "model.layers.0", 1),
    "Qwen2": (transformers.Qwen2Config(**blocks, num_key_value_heads=2), "model.layers.0", 1),
    "GPT-2": (transformers.GPT2Config(**small), "transformer.h.0", 1),
    "Falcon": (transformers.FalconConfig(**wide, num_hidden_layers=2), "transformer.h.0", 2),
    "Bloom": (transformers.BloomConfig(**wide, n_layer=2), "transformer.h.0", 2),
    "GPT-J": (transformers.GPTJConfig(**small, rotary_dim=4), "transformer.h.0", 2),
}
ids = torch.tensor([[1, 2, 3], [1, 2, 3]])
vector = torch.linspace(-5, 5, 32)
changed = False


def steer(module, inputs, output):
    output[0].add_(vector)


for name, (config, block, expected) in models.items():
    torch.manual_seed(1)
    model = transformers.AutoModelForCausalLM.from_config(config).eval()
    with torch.no_grad():
        plain = model(ids).logits
        handle = model.get_submodule(block).register_forward_hook(steer)
        steered = model(ids).logits
        handle.remove()
    moved = [float((steered[row] - plain[row]).abs().max()) for row in (0, 1)]
    rows = sum(move > 0.001 for move in moved)
    print("%-6s largest change of logits: row 1 %.4f, row 2 %.4f" % (name, *moved))
    changed |= rows != expected
if changed:
    sys.exit("the behaviour has changed")
PYTHON
