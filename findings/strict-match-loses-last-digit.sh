#!/usr/bin/env bash
# lm_eval 0.4.13: the filter strict-match of gsm8k_cot and gsm8k_cot_zeroshot asks for "The answer is", a number and
# one more character of any kind. Where the text ends behind the number, or a new line begins, as answers end that are
# cut at the end of text or at a stop sequence, the number's own last digit is that character and is lost. 72 is then
# read as 7, so the right answer is counted wrong, a wrong one may be counted right, and an answer of one digit is none.
#
# Seen: "The answer is 72." gives 72; without the full stop 7, right where 7 is asked for; 5 gives [invalid].
# Guessed: the number in all of them; the full stop belongs to the sentence.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet numpy==2.4.6 sacrebleu==2.6.0 pyyaml==6.0.3
"$folder/venv/bin/pip" install --quiet --no-deps lm_eval==0.4.13
"$folder/venv/bin/python" -W ignore - <<'PYTHON'
import pathlib
import sys

import lm_eval
import yaml
from lm_eval.api.metrics import exact_match_fn
from lm_eval.filters.extraction import RegexFilter

tasks = pathlib.Path(lm_eval.__file__).parent / "tasks" / "gsm8k"


def judged(name, response, gold):
    task = yaml.safe_load((tasks / name).read_text())
    steps = next(f["filter"] for f in task["filter_list"] if f["name"] == "strict-match")
    found = RegexFilter(steps[0]["regex_pattern"]).apply([[response]], [{}])[0][0]
    metric = {
        key: value
        for key, value in task["metric_list"][0].items()
        if key in ("ignore_case", "ignore_punctuation", "regexes_to_ignore")
    }
    match = exact_match_fn(predictions=[found], references=["#### " + gold], **metric)
    return found, int(match["exact_match"])


cases = [("72.", "72"), ("72", "72"), ("72\n", "72"), ("72", "7"), ("5", "5")]
right = [("72", 1), ("7", 0), ("7", 0), ("7", 1), ("[invalid]", 0)]
for name in ("gsm8k-cot.yaml", "gsm8k-cot-zeroshot.yaml"):
    seen = [judged(name, "The answer is " + end, gold) for end, gold in cases]
    print(name, dict(zip(cases, seen)))
    if seen != right:
        sys.exit("the behaviour has changed")
PYTHON
