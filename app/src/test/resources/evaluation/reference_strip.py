"""Makes reference-strip.json with transformers 5.18.0 and torch 2.13.0: log-odds of two continuations
and KL divergence of a steered answer, by the sample model with a plain forward hook that adds the
sample vector to a block's output.

usage: reference_strip.py SAMPLE_MODEL_FOLDER VECTOR.safetensors OUT.json
"""
import json
import sys

import torch
import transformers
from safetensors.torch import load_file

QUESTION = "Rosa has 27 balls. She drops 8. She gets 13 more. How many balls does Rosa have in the end?"
FIRST, SECOND = "After dropping 8, 27", "Rosa has 27 balls."
CASES = [(5, -0.8, "everywhere"), (5, 0.4, "everywhere"), (3, 1.5, "everywhere"),
         (5, 0.6, "prompt"), (5, 0.6, "response"), (0, 2.0, "everywhere")]
NEW = 200


def main(folder, vector_file, out):
    with open(folder + "/tokenizer_config.json") as f:
        template = json.load(f)["chat_template"]
    # AutoTokenizer would build a Qwen2 tokenizer and overrule the file's way of splitting.
    tokenizer = transformers.PreTrainedTokenizerFast(
        tokenizer_file=folder + "/tokenizer.json", chat_template=template)
    model = transformers.AutoModelForCausalLM.from_pretrained(
        folder, dtype=torch.float32, attn_implementation="eager").eval()
    vector = {int(name.split(".")[1]): value.float()
              for name, value in load_file(vector_file).items() if name.startswith("direction.")}
    prompt = tokenizer.apply_chat_template(
        [{"role": "user", "content": QUESTION}], add_generation_prompt=True, tokenize=True,
        return_dict=False)

    def logits(ids, layer=None, strength=0.0, positions="everywhere"):
        def hook(module, args, output):
            hidden = output[0] if isinstance(output, tuple) else output
            added = torch.zeros(hidden.shape[1], 1)
            at = {"everywhere": slice(None), "prompt": slice(0, len(prompt)),
                  "response": slice(len(prompt), None)}[positions]
            added[at] = strength
            changed = hidden + added * vector[layer]
            return (changed,) + output[1:] if isinstance(output, tuple) else changed
        handle = None if layer is None else model.model.layers[layer].register_forward_hook(hook)
        with torch.no_grad():
            result = model(torch.tensor([ids])).logits[0].double()
        if handle is not None:
            handle.remove()
        return torch.log_softmax(result, -1)

    def log_probability(text, *steering):
        ids = tokenizer.encode(text, add_special_tokens=False)
        logp = logits(prompt + ids, *steering)
        return sum(logp[len(prompt) - 1 + i, token].item() for i, token in enumerate(ids))

    def greedy(*steering):
        ids = []
        ends = model.generation_config.eos_token_id
        ends = ends if isinstance(ends, list) else [ends]
        while len(ids) < NEW:
            token = int(logits(prompt + ids, *steering)[-1].argmax())
            if token in ends:
                break
            ids.append(token)
        return ids

    odds = [{"layer": None, "strength": 0, "positions": "everywhere",
             "first": log_probability(FIRST), "second": log_probability(SECOND)}]
    for case in CASES:
        odds.append({"layer": case[0], "strength": case[1], "positions": case[2],
                     "first": log_probability(FIRST, *case),
                     "second": log_probability(SECOND, *case)})
    rows = []
    for case in [(5, 0.4, "everywhere"), (4, 0.3, "response")]:
        ids = greedy(*case)
        at = slice(len(prompt) - 1, len(prompt) - 1 + len(ids))
        steered, plain = logits(prompt + ids, *case)[at], logits(prompt + ids)[at]
        kl = (steered.exp() * (steered - plain)).sum(-1)
        nll = -plain.gather(1, torch.tensor(ids).unsqueeze(1))
        rows.append({"layer": case[0], "strength": case[1], "positions": case[2], "ids": ids,
                     "kl": kl.mean().item(), "nll": nll.mean().item()})
    with open(out, "w") as f:
        json.dump({"made_with": f"transformers {transformers.__version__}, torch {torch.__version__}",
                   "question": QUESTION, "first_text": FIRST, "second_text": SECOND,
                   "prompt": prompt, "log_odds": odds, "rows": rows}, f)
        f.write("\n")


main(*sys.argv[1:])
