"""Makes reference-decoders.json with transformers 5.18.0 and torch 2.13.0: logits, NLL and greedy
tokens of small checkpoints whose weights are computed, so that the test can make them itself.

usage: reference_decoders.py OUT.json
"""
import json
import sys
import tempfile
import zlib

import numpy
import torch
import transformers
from safetensors.torch import save_file

VOCABULARY, HIDDEN, LAYERS, HEADS, KV_HEADS, HEAD_DIM, INNER = 64, 32, 3, 4, 2, 8, 48
SHORT, LONG, NEW = 12, 60, 20

BASE = {
    "hidden_size": HIDDEN, "num_hidden_layers": LAYERS, "num_attention_heads": HEADS,
    "num_key_value_heads": KV_HEADS, "head_dim": HEAD_DIM, "intermediate_size": INNER,
    "vocab_size": VOCABULARY, "max_position_embeddings": 128, "rms_norm_eps": 1e-6,
    "hidden_act": "silu", "tie_word_embeddings": False, "rope_theta": 1000.0,
}
LLAMA = dict(BASE, model_type="llama")
YARN = {"rope_type": "yarn", "factor": 4.0, "original_max_position_embeddings": 32}

CASES = {
    "llama plain": LLAMA,
    "llama swish": dict(LLAMA, hidden_act="swish"),
    "llama linear": dict(LLAMA, max_position_embeddings=32,
                         rope_scaling={"type": "linear", "factor": 4.0}),
    "llama dynamic": dict(LLAMA, max_position_embeddings=32,
                          rope_scaling={"type": "dynamic", "factor": 4.0}),
    "llama yarn": dict(LLAMA, rope_scaling=YARN),
    "llama yarn by its length": dict(LLAMA, max_position_embeddings=32,
                                     rope_scaling={"type": "yarn", "factor": 4.0}),
    "llama yarn with mscale": dict(LLAMA, rope_scaling=dict(YARN, mscale=1.5, mscale_all_dim=0.7)),
    "llama yarn with a factor of its own": dict(
        LLAMA, rope_scaling=dict(YARN, attention_factor=0.8, beta_fast=16, beta_slow=2)),
    "llama yarn not truncated": dict(
        LLAMA, rope_parameters=dict(YARN, truncate=False, beta_fast=2, rope_theta=20.0)),
    "llama llama3": dict(LLAMA, rope_scaling={
        "rope_type": "llama3", "factor": 8.0, "low_freq_factor": 1.0, "high_freq_factor": 4.0,
        "original_max_position_embeddings": 32}),
    "llama biases": dict(LLAMA, attention_bias=True, mlp_bias=True),
    "llama attention bias": dict(LLAMA, attention_bias=True),
    "qwen2 told to have no bias": dict(BASE, model_type="qwen2", attention_bias=False),
    "qwen2 scaling beside parameters": dict(
        {k: v for k, v in BASE.items() if k != "rope_theta"}, model_type="qwen2",
        rope_parameters={"rope_type": "default", "rope_theta": 500.0}, rope_scaling=YARN),
    "qwen2 window above": dict(BASE, model_type="qwen2", use_sliding_window=True, sliding_window=8,
                               max_window_layers=1),
    "qwen2 window above all": dict(BASE, model_type="qwen2", use_sliding_window=True,
                                   sliding_window=8, max_window_layers=3),
    "qwen3 attention bias": dict(BASE, model_type="qwen3", attention_bias=True),
    "qwen3 listed windows": dict(
        BASE, model_type="qwen3", use_sliding_window=True, sliding_window=8,
        layer_types=["sliding_attention", "full_attention", "sliding_attention"]),
    "mistral window": dict(BASE, model_type="mistral", sliding_window=8),
    "mistral without": dict(BASE, model_type="mistral", sliding_window=None),
    "mistral silent": dict(BASE, model_type="mistral"),
    "tied, own head": dict(LLAMA, tie_word_embeddings=True),
    "tied, head alone": dict(LLAMA, tie_word_embeddings=True),
    "named as a base model": dict(LLAMA, tie_word_embeddings=True),
}


def weight(name, shape):
    """Values from -0.5 to 0.5 by position and name; norms around 1. All in 32-bit integers."""
    salt = zlib.crc32(name.encode())
    i = numpy.arange(int(numpy.prod(shape)), dtype=numpy.uint64)
    x = (i * 2654435761 + salt) & 0xFFFFFFFF
    x = ((x ^ (x >> 15)) * 2246822519) & 0xFFFFFFFF
    x = x ^ (x >> 13)
    values = (x.astype(numpy.float64) / 4294967296.0 - 0.5)
    if "norm" in name:
        values = values + 1
    return torch.from_numpy(values.astype(numpy.float32)).reshape(shape)


def ids(count):
    return [(7 * i * i + 3 * i + 5) % VOCABULARY for i in range(count)]


def tensors(model, case):
    out = {name: weight(name, tuple(p.shape)) for name, p in model.named_parameters()}
    if case == "tied, own head":
        out["lm_head.weight"] = weight("lm_head.weight", (VOCABULARY, HIDDEN))
    elif case == "tied, head alone":
        out["lm_head.weight"] = out.pop("model.embed_tokens.weight")
    elif case == "named as a base model":
        out = {name.removeprefix("model."): t for name, t in out.items()}
    return out


def run(case, config):
    with tempfile.TemporaryDirectory() as folder:
        with open(folder + "/config.json", "w") as f:
            json.dump(config, f)
        blank = transformers.AutoModelForCausalLM.from_config(
            transformers.AutoConfig.from_pretrained(folder))
        save_file({k: v.contiguous() for k, v in tensors(blank, case).items()},
                  folder + "/model.safetensors", {"format": "pt"})

        def fresh():
            # A dynamic rope remembers the longest text that it has seen.
            model = transformers.AutoModelForCausalLM.from_pretrained(
                folder, dtype=torch.float32, attn_implementation="eager")
            return model.eval()

        out = {"config": config}
        for label, count in (("short", SHORT), ("long", LONG)):
            with torch.no_grad():
                logits = fresh()(torch.tensor([ids(count)])).logits[0]
                nll = torch.nn.functional.cross_entropy(logits[:-1], torch.tensor(ids(count)[1:]))
                model = fresh()
                cache, given, new, last = None, torch.tensor([ids(count)]), [], None
                for _ in range(NEW):
                    step = model(given, past_key_values=cache, use_cache=True)
                    cache, last = step.past_key_values, step.logits[0, -1]
                    new.append(int(last.argmax()))
                    given = torch.tensor([[new[-1]]])
            out[label] = {
                "last_logits": [round(float(x), 6) for x in logits[-1]],
                "nll": round(float(nll), 6),
                "greedy": new,
                "logits_of_last_step": [round(float(x), 6) for x in last],
            }
        return out


def main():
    transformers.logging.set_verbosity_error()
    torch.set_num_threads(1)
    cases = {case: run(case, config) for case, config in CASES.items()}
    made = {"transformers": transformers.__version__, "torch": torch.__version__.split("+")[0]}
    with open(sys.argv[1], "w") as f:
        lines = [json.dumps(case) + ": " + json.dumps(value) for case, value in cases.items()]
        f.write('{"made_with": %s,\n"cases": {\n%s}}\n' % (json.dumps(made), ",\n".join(lines)))


if __name__ == "__main__":
    main()
