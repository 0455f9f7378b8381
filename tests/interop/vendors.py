# SPDX-License-Identifier: GPL-3.0-or-later
"""aimock as three families of models, for the tests beside this file."""
import subprocess

from npm import HERE

FAMILIES = {'openai': ('/v1', 'gpt-4.1'), 'anthropic': ('/v1', 'claude-test'),
            'gemini': ('/v1beta', 'gemini-2.5-flash')}


class StandIn:
    def __init__(self, packages, *arguments):
        self.process = subprocess.Popen(['node', str(HERE / 'models-stand-in.mjs'), str(packages), *arguments],
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.url = self.process.stdout.readline().strip()
        assert self.url.startswith('http://127.0.0.1'), self.url

    def close(self):
        self.process.communicate()
