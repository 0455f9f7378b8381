# SPDX-License-Identifier: GPL-3.0-or-later
"""A case is a function whose first line says what must be; the cases run in the file's order."""
import contextlib
import importlib.util
import io
import pathlib
import sys
import tempfile
import traceback


def load(script):
    """A script of build-aux/ as a module, so that its parts can be tried."""
    path = pathlib.Path(sys.argv[1]) / 'build-aux' / script
    spec = importlib.util.spec_from_file_location(path.stem.replace('-', '_'), path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def tree(files):
    """A folder of its own with @files, path → text; it goes when the value goes."""
    folder = tempfile.TemporaryDirectory(prefix='kontor-style-')
    for name, text in files.items():
        path = pathlib.Path(folder.name, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return folder


def run(cases):
    print(f'1..{len(cases)}')
    failed = 0
    for number, case in enumerate(cases, 1):
        name = case.__doc__.splitlines()[0]
        said, problem = io.StringIO(), ''
        try:
            with contextlib.redirect_stdout(said):
                case()
        except Exception:
            problem = said.getvalue() + traceback.format_exc()
        failed += bool(problem)
        print(f'{"not ok" if problem else "ok"} {number} - {name}')
        for line in problem.splitlines():
            print(f'# {line}')
    sys.exit(failed > 0)
