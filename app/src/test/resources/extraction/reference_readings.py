"""Expected figures for ExtractCommandTest, computed without any code of the workbench.

    python reference_readings.py ../shared/reference > reference-readings.json

For every reference checkpoint, reading and method: what the direction of each decoder block must be.
Tokens come from the tokenizers library, hidden states from Hugging Face transformers (float32, eager
attention), everything behind them is NumPy in double precision. A direction is told by its norm, its first four values and its product
with the probe cos(1), cos(2), … cos(hidden size), which no other direction shares by chance.
"""

import json
import pathlib
import sys

import numpy
import tokenizers
import torch
import transformers


def step_ends(answer):
    """Character offsets behind the last character of each part between blank lines."""
    ends, start = [], 0
    for part in answer.split("\n\n"):
        if part.strip():
            ends.append(start + len(part.rstrip()))
        start += len(part) + 2
    return ends


def read(model, tokenizer, prompt, answer, reading):
    """The pooled output of every block, [layers, hidden]."""
    encode = lambda text: tokenizer.encode(text, add_special_tokens=False).ids
    before, ids = encode(prompt), encode(answer)
    with torch.no_grad():
        states = model(torch.tensor([before + ids]), output_hidden_states=True).hidden_states
    last = model.config.num_hidden_layers
    # The last entry of hidden_states is normed; the block's own output is caught by the hook.
    blocks = [states[layer + 1][0] for layer in range(last - 1)] + [model.last_block[0]]
    blocks = numpy.stack([b.numpy().astype(numpy.float64) for b in blocks])[:, len(before):]
    if reading == "last":
        return blocks[:, -1]
    if reading == "mean":
        return blocks.mean(axis=1)
    places = sorted({len(encode(answer[:end])) - 1 for end in step_ends(answer)})
    return blocks[:, places].mean(axis=1)


def direction(differences, method):
    """[pairs, hidden] to [hidden]; the component has the sign and projection of the mean."""
    mean = differences.mean(axis=0)
    if method == "mean":
        return mean
    component = numpy.linalg.svd(differences, full_matrices=False)[2][0]
    return component * (mean @ component)


def told(vector):
    probe = numpy.cos(numpy.arange(1, len(vector) + 1))
    return {
        "norm": float(numpy.linalg.norm(vector)),
        "first": [float(x) for x in vector[:4]],
        "probe": float(vector @ probe),
    }


def readings(folder):
    expected = json.loads((folder / "expected.json").read_text())
    tokenizer = tokenizers.Tokenizer.from_file(str(folder / "tokenizer.json"))
    model = transformers.AutoModelForCausalLM.from_pretrained(
        folder, dtype=torch.float32, attn_implementation="eager"
    )
    keep = lambda module, inputs, output: setattr(
        model, "last_block", output[0] if isinstance(output, tuple) else output
    )
    model.model.layers[-1].register_forward_hook(keep)
    first = expected["pairs"][0]["question"]
    result = {}
    for reading in ("last", "mean", "step-ends"):
        pairs = []
        for pair in expected["pairs"]:
            prompt = expected["pair_prompt_example"].replace(first, pair["question"])
            pairs.append(
                read(model, tokenizer, prompt, pair["dense"], reading)
                - read(model, tokenizer, prompt, pair["sparse"], reading)
            )
        differences = numpy.stack(pairs, axis=1)  # [layers, pairs, hidden]
        for method in ("mean", "pca"):
            result[f"{reading} {method}"] = [told(direction(d, method)) for d in differences]
    return result


def main():
    root = pathlib.Path(sys.argv[1])
    figures = {
        "made_with": f"transformers {transformers.__version__}, torch {torch.__version__},"
        f" numpy {numpy.__version__}, tokenizers {tokenizers.__version__}",
    }
    for name in ("qwen2-tied", "qwen2-sharded-untied-bf16", "llama3-rope"):
        figures[name] = readings(root / name)
    json.dump(figures, sys.stdout, indent=1)
    print()


main()
