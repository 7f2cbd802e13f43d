"""One answer of the DenseSteer Workbench, written again with Hugging Face transformers.

    pip install torch transformers
    python THIS_FILE [MODEL]

MODEL is a checkpoint folder or the name of a repository; without it, the one that the workbench had.

A vector v is added to the hidden states at the output of a decoder block (numbered from 0), in float32:
h + strength * v; "add_keep_norm" scales the sum back to the norm of h, "ablate" takes the part along v away.
Tokens are the likeliest ones, or the workbench's own draw: noise made of seed, position and token. They are
the workbench's tokens as far as both round alike: in float32 hardly ever otherwise, in bfloat16 now and then,
and not where the workbench computed in int8 or int4, of which transformers knows nothing.
Checked with transformers 5.18.0 and torch 2.13.0.
"""

import base64
import json
import sys

import numpy
import torch
from transformers import AutoModelForCausalLM, AutoTokenizer

RUN = json.loads(r'''
@RUN@
''')
ARM = RUN["arm"]
DECODING = RUN["decoding"]
DIRECTIONS = {
    name: torch.from_numpy(numpy.frombuffer(base64.b64decode(values), "<f4").copy())
    for name, values in RUN["directions"].items()
}

active = []  # what steers the positions that the model reads now


def steering_at(token, prompt, step):
    """What steers the state that chooses this token of the answer, counted from 0."""
    now = ARM["steering"]
    for change in ARM["changes"]:
        if change["token"] <= token:
            now = change["steering"]
    return [s for s in now if applies(s, prompt, step)]


def applies(steering, prompt, step):
    if steering["operator"] != "ablate" and steering["strength"] == 0:
        return False
    where = steering["positions"]
    if prompt:
        return where in ("everywhere", "prompt")
    if where.startswith("step:"):
        return step >= int(where[len("step:"):])
    return where in ("everywhere", "response")


def steer(h, steering):
    f = h.float()
    v = DIRECTIONS["%s@%d" % (steering["vector_sha256"], steering["layer"])].to(f.device)
    if steering["operator"] == "ablate":
        unit = v / v.norm().clamp_min(1e-12)
        moved = f - (f * unit).sum(-1, keepdim=True) * unit
    else:
        moved = f + torch.tensor(steering["strength"], dtype=torch.float32) * v
        if steering["operator"] == "add_keep_norm":
            moved = moved * (f.norm(dim=-1, keepdim=True) / moved.norm(dim=-1, keepdim=True).clamp_min(1e-30))
    return moved.to(h.dtype)


def hook(layer):
    def change(module, inputs, output):
        h = output[0] if isinstance(output, tuple) else output
        for steering in active:
            if steering["layer"] == layer:
                h = steer(h, steering)
        return (h,) + output[1:] if isinstance(output, tuple) else h

    return change


def mixed(z):
    """The mixing function of SplitMix64."""
    z = (z ^ (z >> numpy.uint64(30))) * numpy.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> numpy.uint64(27))) * numpy.uint64(0x94D049BB133111EB)
    return z ^ (z >> numpy.uint64(31))


def noise(position, size):
    gamma = numpy.uint64(0x9E3779B97F4A7C15)
    seed = numpy.array([RUN["seed"] % 2**64], dtype=numpy.uint64)
    key = mixed(mixed(seed) + numpy.uint64(position) * gamma)
    bits = mixed(key + numpy.arange(1, size + 1, dtype=numpy.uint64) * gamma)
    v = ((bits >> numpy.uint64(12)).astype(numpy.float64) + 0.5) * 2.0**-52
    return -numpy.log(-numpy.log1p(-v))


def choose(logits, read, position):
    logits = logits.float().cpu().numpy().copy()
    penalty = numpy.float32(DECODING["repetition_penalty"])
    if penalty != 1:
        seen = numpy.array(sorted(set(read)))
        logits[seen] = numpy.where(logits[seen] < 0, logits[seen] * penalty, logits[seen] / penalty)
    temperature = DECODING["temperature"]
    if temperature == 0:
        return int(numpy.argmax(logits))
    exact = logits.astype(numpy.float64)
    kept = numpy.ones(len(exact), dtype=bool)
    if 0 < DECODING["top_k"] < len(exact):
        kept = exact >= numpy.sort(exact)[-DECODING["top_k"]]
    if DECODING["top_p"] < 1:
        weights = numpy.where(kept, numpy.exp((exact - exact.max()) / temperature), 0)
        order = numpy.argsort(-exact, kind="stable")
        before = numpy.cumsum(weights[order]) - weights[order]
        kept[order] &= before < DECODING["top_p"] * weights.sum()
    with numpy.errstate(over="ignore"):
        scores = exact / temperature + noise(position, len(exact))
    return int(numpy.argmax(numpy.where(kept, scores, -numpy.inf)))


def next_step(text):
    """The reasoning step, from 1, that the next letter belongs to: blank lines end steps."""
    return 1 + sum(1 for part in text.split("\n\n")[:-1] if part.strip())


def main():
    source = sys.argv[1] if len(sys.argv) > 1 else RUN["model"]["source"]
    if source == "sample":
        sys.exit("The sample model is a folder of the workbench; name it: python THIS_FILE FOLDER")
    arithmetic = RUN["model"]["precision"].split(" ")[0]
    if arithmetic not in ("float32", "bfloat16"):
        print("The workbench computed in %s; this computes in float32." % arithmetic, file=sys.stderr)
    dtype = torch.bfloat16 if arithmetic == "bfloat16" else torch.float32
    model = AutoModelForCausalLM.from_pretrained(source, dtype=dtype, attn_implementation="eager").eval()
    tokenizer = AutoTokenizer.from_pretrained(source)
    for layer, block in enumerate(model.get_decoder().layers):
        block.register_forward_hook(hook(layer))
    ends = model.generation_config.eos_token_id
    ends = model.config.eos_token_id if ends is None else ends
    ends = set() if ends is None or DECODING["ignore_end_of_text"] else set(numpy.atleast_1d(ends).tolist())
    read = list(ARM["prompt_ids"])
    most = min(DECODING["max_tokens"], RUN["model"]["max_positions"] - len(read))
    if ARM["stop"] == "cancelled":
        most = len(ARM["token_ids"])
    answer = []
    with torch.no_grad():
        active[:] = steering_at(0, True, 1)
        seen = model(input_ids=torch.tensor([read]), use_cache=True)
        while len(answer) < most:
            token = choose(seen.logits[0, -1], read, len(answer))
            if token in ends:
                break
            answer.append(token)
            read.append(token)
            step = next_step(tokenizer.decode(answer, skip_special_tokens=True))
            active[:] = steering_at(len(answer), False, step)
            seen = model(
                input_ids=torch.tensor([[token]]), past_key_values=seen.past_key_values, use_cache=True
            )
    print(tokenizer.decode(answer, skip_special_tokens=True))
    expected = ARM["token_ids"]
    if answer == expected:
        print("The same %d tokens as in the workbench." % len(answer), file=sys.stderr)
        return 0
    same = 0
    while same < min(len(answer), len(expected)) and answer[same] == expected[same]:
        same += 1
    print("Other tokens than in the workbench from token %d on." % (same + 1), file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
