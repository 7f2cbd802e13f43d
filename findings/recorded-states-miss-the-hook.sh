#!/usr/bin/env bash
# transformers 5.18.0 with torch 2.13.0: from the first call with output_hidden_states=True on, a model records its
# hidden states by forward hooks that it puts on its own blocks and leaves there. A steering hook that is registered
# later runs after them. If it returns a new tensor, as steering hooks mostly do, the recorded hidden state of the
# steered block is the unsteered one, though the next blocks and the logits are steered. So who reads the hidden
# states that a vector is made from, then steers the same model and looks whether its hidden state was moved, finds
# no shift at all at the steered layer; in a new process, steered before anything was recorded, it is all there.
#
# Seen: a vector of largest value 5 added behind block 1 of 3 shifts the recorded output of block 1 by 5 where the hook
# was there first, and by 0 where hidden states had been recorded before (by 5 again if the hook adds in place); the
# logits are moved alike in all four cases.
# Guessed: hidden_states hold what the next block reads, whatever was called before.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet transformers==5.18.0 torch==2.13.0
"$folder/venv/bin/python" - <<'PYTHON'
import sys

import torch
import transformers

ids = torch.tensor([[1, 2, 3, 4]])
vector = torch.linspace(-5, 5, 32)


def model():
    torch.manual_seed(1)
    config = transformers.LlamaConfig(
        hidden_size=32, num_hidden_layers=3, num_attention_heads=4, num_key_value_heads=2,
        intermediate_size=48, vocab_size=64)
    return transformers.LlamaForCausalLM(config).eval()


def read(lm):
    with torch.no_grad():
        out = lm(ids, output_hidden_states=True)
    return out.hidden_states[2].clone(), out.logits  # [0] is the embedding, so [2] is behind block 1


def shifts(recorded_before, steer):
    plain_state, plain_logits = read(model())
    lm = model()
    if recorded_before:
        read(lm)
    lm.model.layers[1].register_forward_hook(steer)
    state, logits = read(lm)
    return tuple(
        round(float((a - b).abs().max()), 3) for a, b in ((state, plain_state), (logits, plain_logits)))


hooks = {
    "returns a new tensor": lambda block, inputs, output: output + vector,
    "adds in place": lambda block, inputs, output: output.add_(vector),
}
seen = {
    (before, name): shifts(before, steer) for before in (False, True) for name, steer in hooks.items()
}
for (before, name), (state, logits) in seen.items():
    order = "after a recording" if before else "before any recording"
    print("hook %s, registered %s: state moved by %.3f, logits by %.3f" % (name, order, state, logits))
states = [state for state, _ in seen.values()]
logits = {moved for _, moved in seen.values()}
if states != [5, 5, 0, 5] or len(logits) != 1 or logits == {0}:
    sys.exit("the behaviour has changed")
PYTHON
