"""Print the commands of the README's first two shell blocks, one on each line."""

import re
from pathlib import Path

README = Path(__file__).parent.parent / "README.md"

for block in re.findall(r"```sh\n(.+?)\n```", README.read_text(encoding="utf-8"))[:2]:
    print(block)
