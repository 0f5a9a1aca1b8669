"""Programs that are killed in the middle of their work, and what they had said until then."""

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import kartoteka

SOURCE = Path(kartoteka.__file__).parents[1]


def said_until_killed(
    code: str, *arguments: str, lines: int = 0, later: float = 0.0
) -> list[list[str]]:
    """Run `code` and kill it `later` seconds after its line number `lines`; 0: let it end.

    Answers the whole lines that it said, in words; a line cut in two was never acknowledged.
    """
    said: list[list[str]] = []
    with subprocess.Popen(
        [sys.executable, "-c", code, *arguments],
        stdout=subprocess.PIPE,
        text=True,
        env={"PYTHONPATH": str(SOURCE), "PATH": os.environ.get("PATH", "")},
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            said.append(line.split())
            if len(said) == lines:
                with suppress(subprocess.TimeoutExpired):
                    process.wait(later)
                process.kill()
                break
        rest = process.stdout.read()
        said += [line.split() for line in rest.splitlines(keepends=True) if line.endswith("\n")]
    assert len(said) >= lines, "it ended before it could be killed"
    if not lines:
        assert process.returncode == 0
    return said
