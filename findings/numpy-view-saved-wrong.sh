#!/usr/bin/env bash
# safetensors 0.8.0 with NumPy 2.4.6: save_file of safetensors.numpy writes the memory behind an array as it lies there
# and never looks at its strides. A column of a matrix is such a view, and a column is what numpy.linalg.eigh gives as
# the first principal component. So a steering direction that is saved in the most usual way, with no error and no
# warning, comes back as other numbers: one value of it, then the row behind. The names, the shape and the file are in
# order, so no reader can tell. numpy.save writes the same view rightly; safetensors.torch refuses such a tensor.
# (safetensors/safetensors issue 825 reports it for arrays in Fortran's order; 0.7.0 wrote them rightly.)
#
# Seen: cosine of the saved and the read direction 1 for a contiguous copy and for numpy.save, below 0.9 for the view.
# Guessed: the values of the array, or a refusal as in safetensors.torch.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet safetensors==0.8.0 numpy==2.4.6
"$folder/venv/bin/python" - "$folder" <<'PYTHON'
import pathlib
import sys

import numpy
from safetensors.numpy import load_file, save_file

folder = pathlib.Path(sys.argv[1])
differences = numpy.random.default_rng(1).standard_normal((40, 8)).astype(numpy.float32)
_, vectors = numpy.linalg.eigh(numpy.cov(differences.T).astype(numpy.float32))
component = numpy.ascontiguousarray(vectors)[:, -1]  # rows behind each other, as most matrices lie


def back(direction):
    save_file({"direction.5": direction}, folder / "v.safetensors")
    return load_file(folder / "v.safetensors")["direction.5"]


def cosine(read):
    return float(read @ component / numpy.linalg.norm(read) / numpy.linalg.norm(component))


numpy.save(folder / "v.npy", component)
view, copy = cosine(back(component)), cosine(back(component.copy()))
npy = cosine(numpy.load(folder / "v.npy"))
print("cosine with what was saved: view %.4f, copy %.4f, numpy.save %.4f" % (view, copy, npy))
if abs(copy - 1) > 1e-6 or abs(npy - 1) > 1e-6 or view > 0.9:
    sys.exit("the behaviour has changed")
PYTHON
