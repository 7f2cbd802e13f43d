#!/usr/bin/env bash
# transformers 5.18.0 with torch 2.13.0: a model with rope_type "dynamic" answers the same ids otherwise
# after it has read a longer text, as long as the ids are more than the original positions. The base that
# the longer text asked for stays. Scores of a model that reads several texts depend on their order.
#
# Seen: largest difference of the logits above 0.001 (0 for a model that has read nothing else).
# Guessed: a forward pass without a cache depends on its ids alone.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet transformers==5.18.0 torch==2.13.0
"$folder/venv/bin/python" - <<'PYTHON'
import sys

import torch
import transformers

torch.manual_seed(1)
config = transformers.LlamaConfig(
    hidden_size=32, num_hidden_layers=2, num_attention_heads=4, num_key_value_heads=2,
    intermediate_size=48, vocab_size=64, max_position_embeddings=32, initializer_range=0.5,
    rope_parameters={"rope_type": "dynamic", "factor": 4.0, "rope_theta": 10000.0})
model = transformers.LlamaForCausalLM(config).eval()
ids = (torch.arange(120) * 7 % 64).unsqueeze(0)
with torch.no_grad():
    first = model(ids[:, :40]).logits
    again = model(ids[:, :40]).logits
    model(ids)
    after = model(ids[:, :40]).logits
same, changed = (float((first - other).abs().max()) for other in (again, after))
print("largest difference: read twice %.6f, after a longer text %.6f" % (same, changed))
if same != 0 or changed < 0.001:
    sys.exit("the behaviour has changed")
PYTHON
