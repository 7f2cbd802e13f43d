"""Makes reference-pieces.json with transformers 5.18.0 and torch 2.13.0: last logits and NLL of texts that
are longer than what is read at once, plain and steered; the checkpoints are those of reference_decoders.py.

usage: reference_pieces.py OUT.json
"""
import json
import sys
import tempfile

import torch
import transformers
from safetensors.torch import save_file

from reference_decoders import BASE, HIDDEN, ids, weight

LONG = dict(BASE, max_position_embeddings=4096, rope_theta=10000.0)
CASES = {
    "qwen2": dict(LONG, model_type="qwen2"),
    "qwen3": dict(LONG, model_type="qwen3"),
    "mistral window in a piece": dict(LONG, model_type="mistral", sliding_window=40),
    "mistral window of a piece": dict(LONG, model_type="mistral", sliding_window=512),
    "mistral window over pieces": dict(LONG, model_type="mistral", sliding_window=700),
    "llama dynamic": dict(LONG, model_type="llama", max_position_embeddings=600,
                          rope_scaling={"type": "dynamic", "factor": 4.0}),
}
PROMPTS = [511, 512, 513, 1024, 1100]
SCORED = [2047, 2048, 2049, 2100]
LAYER, STRENGTH = 1, 0.5


def rounded(tensor):
    return [round(float(x), 6) for x in tensor]


def run(config):
    with tempfile.TemporaryDirectory() as folder:
        with open(folder + "/config.json", "w") as f:
            json.dump(config, f)
        blank = transformers.AutoModelForCausalLM.from_config(
            transformers.AutoConfig.from_pretrained(folder))
        save_file({name: weight(name, tuple(p.shape)).contiguous() for name, p in blank.named_parameters()},
                  folder + "/model.safetensors", {"format": "pt"})

        def logits(count, steered):
            # A dynamic rope remembers the longest text that it has seen.
            model = transformers.AutoModelForCausalLM.from_pretrained(
                folder, dtype=torch.float32, attn_implementation="eager").eval()
            if steered:
                push = STRENGTH * weight("steering", (HIDDEN,))
                model.model.layers[LAYER].register_forward_hook(
                    lambda module, args, out: (out[0] + push,) + out[1:] if isinstance(out, tuple) else out + push)
            with torch.no_grad():
                return model(torch.tensor([ids(count)])).logits[0]

        out = {"config": config, "prompts": {}, "scored": {}}
        for count in PROMPTS:
            out["prompts"][count] = {"plain": rounded(logits(count, False)[-1]),
                                     "steered": rounded(logits(count, True)[-1])}
        for count in SCORED:
            z = logits(count, False)
            nll = torch.nn.functional.cross_entropy(z[:-1], torch.tensor(ids(count)[1:]), reduction="none")
            out["scored"][count] = {"sum": round(float(nll.double().sum()), 4), "last": rounded(nll[-3:])}
        return out


if __name__ == "__main__":
    result = {"made_by": f"transformers {transformers.__version__}, torch {torch.__version__}",
              "cases": {case: run(config) for case, config in CASES.items()}}
    with open(sys.argv[1], "w") as f:
        json.dump(result, f, separators=(",", ":"))
        f.write("\n")
