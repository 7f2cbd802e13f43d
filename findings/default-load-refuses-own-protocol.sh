#!/usr/bin/env bash
# torch 2.13.0: torch.save takes pickle_protocol=4 and 5, and torch.load with its default
# (weights_only=True) refuses the file that it gives, a dictionary of one tensor. A reader that checks
# files with the default load calls valid ones unreadable.
#
# Seen: protocol 2 loads; 4 and 5 end in an UnpicklingError.
# Guessed: what torch.save writes of plain tensors, torch.load reads.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet torch==2.13.0
"$folder/venv/bin/python" -W ignore - "$folder" <<'PYTHON'
import pathlib
import pickle
import sys

import torch

seen = []
for protocol in (2, 4, 5):
    file = pathlib.Path(sys.argv[1], "protocol-%d.pt" % protocol)
    torch.save({5: torch.ones(8)}, file, pickle_protocol=protocol)
    try:
        torch.load(file)
        seen.append((protocol, "loads"))
    except pickle.UnpicklingError:
        seen.append((protocol, "UnpicklingError"))
print(seen)
if seen != [(2, "loads"), (4, "UnpicklingError"), (5, "UnpicklingError")]:
    sys.exit("the behaviour has changed")
PYTHON
