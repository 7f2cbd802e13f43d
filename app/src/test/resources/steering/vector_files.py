"""Makes the files beside it: what people save with PyTorch 2.13.0 and NumPy 2.4.6.

    python vector_files.py FOLDER

The direction is 1, 2, … 8 everywhere, twice that in a second layer; its norm is the root of 204.
"""

import collections
import pathlib
import sys

import numpy as np
import torch
from torch import nn

folder = pathlib.Path(sys.argv[1], "torch")
folder.mkdir(exist_ok=True)
v = torch.arange(1, 9, dtype=torch.float32)


def save(name, content, **options):
    torch.save(content, folder / (name + ".pt"), **options)


save("float64", {5: v.double()})
save("float16", {5: v.half()})
save("bfloat16", {5: v.bfloat16()})
save("int64", {5: v.long()})
save("uint16", {5: v.to(torch.uint16)})
save("parameter", {5: nn.Parameter(v)})
save("buffer_layer_5", nn.Buffer(v))
save("bare", v)
save("bare_rows", torch.stack([v, 2 * v]))
save("bare_rows_3d", torch.stack([v, 2 * v]).unsqueeze(1))
save("transposed", torch.stack([v, 2 * v], 1).t())
save("list", [v, 2 * v])
save("pairs", [(5, v), (6, 2 * v)])
save("expanded", {5: torch.tensor([2.5]).expand(8)})
save("column", {5: v.reshape(8, 1)})
save("row", {5: v.reshape(1, 8)})
save("strided", {5: torch.arange(0, 25, dtype=torch.float32)[3::3]})
save("negated", {5: torch._neg_view(-v)})
save("state_dict", collections.OrderedDict([("v", v)]))
save("names", {"model.layers.5": v, "model.layers.6": 2 * v})
save("digits", {"5": v, "6": 2 * v})
save("tuple_keys", {("resid", 5): v, ("resid", 6): 2 * v})
save("record", {"layer": 5, "vector": v, "coeff": 2.0})
save("listed_rows", {"layers": [5, 6], "directions": torch.stack([v, 2 * v])})
save("nested", {5: {"direction": v, "bias": v}, 6: {"direction": 2 * v, "bias": v}})
save("beside", {5: v, "note": "dense", "accuracy": 0.5, "seed": None, "done": True, "norm": v.norm()})
save("float_list", {5: v.tolist()})
save("numpy", {np.int64(5): v.numpy()})
save("protocol4", {5: v}, pickle_protocol=4)
save("protocol5", {5: v}, pickle_protocol=5)
save("legacy", {5: v, "note": "old"}, _use_new_zipfile_serialization=False)
steered = {"action": "add", "bias": None, "head_index": None}
save("steered", {"layers.5": {"steering_vector": v, "steering_coefficient": 2.0, **steered}})
save(
    "steered_two",
    {
        "layers.5": {"steering_vector": v, "steering_coefficient": 2.0, **steered},
        "layers.6": {"steering_vector": v, "steering_coefficient": 1.0, **steered},
    },
)
save("steered_head", {"layers.5": {"steering_vector": v, "action": "add", "head_index": 3}})
save("complex64", {5: torch.complex(v, v)})
save("float8", {5: v.to(torch.float8_e4m3fn)})
save("quantised", {5: torch.quantize_per_tensor(v, 0.1, 0, torch.qint8)})
save("sparse", {5: v.to_sparse()})
save("meta", {5: v.to("meta")})
save("module", nn.Linear(8, 8))
save("module_state", nn.Linear(8, 8).state_dict())
save("two_sets", {"honesty": {5: v}, "anger": {5: v}})
save("three_dimensions", torch.zeros(4, 3, 8))
torch.serialization.set_crc32_options(False)
save("no_checksums", {5: v})
