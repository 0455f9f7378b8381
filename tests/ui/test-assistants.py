#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prompts, knowledge and models in the real window, with a model that the test plays: what is edited
changes the next answer, what breaks off is said in plain words, and a file is taken, stopped or
refused."""
import json
import pathlib
import queue
import sys
import threading
from http.server import BaseHTTPRequestHandler

HERE = pathlib.Path(__file__).parent
sys.path[0:0] = [str(HERE), str(HERE.parent / 'bus')]
from desktop import Desktop, Looks
from graph import Server


class Model:
    """A server that speaks as OpenAI does: it answers with the first line of what it was told, and
    breaks off in the middle when it is to."""

    def __init__(self):
        self.breaks, self.asked = False, queue.Queue()
        model = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                body = json.loads(self.rfile.read(int(self.headers['Content-Length'])))
                model.asked.put(body)
                model.stream(self, body['messages'][0]['content'].splitlines()[0])

            def log_message(self, *_):
                pass

        self.server = Server(('127.0.0.1', 0), Handler)
        self.url = f'http://127.0.0.1:{self.server.server_address[1]}/v1'
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def stream(self, handler, text):
        handler.send_response(200)
        handler.send_header('Content-Type', 'text/event-stream')
        handler.end_headers()

        def tell(event):
            handler.wfile.write(b'data: ' + json.dumps(event).encode() + b'\n\n')
            handler.wfile.flush()
        for word in text.split(' '):
            tell({'choices': [{'index': 0, 'delta': {'content': word + ' '}, 'finish_reason': None}]})
            if self.breaks:
                handler.wfile.write(b'data: {"choices": [{"ind')
                handler.wfile.flush()
                handler.connection.close()
                return
        tell({'choices': [{'index': 0, 'delta': {}, 'finish_reason': 'stop'}]})
        tell({'choices': [], 'usage': {'prompt_tokens': 10, 'completion_tokens': 5, 'total_tokens': 15}})
        handler.wfile.write(b'data: [DONE]\n\n')


def lend(desk, cases, model):
    desk.go('assistants')
    page = desk.expect('KontorAssistantsPage')
    desk.press('Models', None, page)
    view = desk.expect('KontorModelsView')
    desk.press('New Provider', 'push button', view)
    form = desk.wait(lambda: desk.find_dialog('Model provider'))
    desk.put('Name', 'Ours', form)
    desk.put('Address (optional)', model.url, form)
    desk.put('Model', 'small', form)
    desk.put('Key (optional)', 'sk-secret-of-the-test', form)
    desk.press('Save', 'push button', form)
    cases.check(desk.wait(lambda: 'small · Fine' in desk.texts(view)),
                'a provider is tried as soon as it is saved', desk.texts(view))
    cases.check('sk-secret-of-the-test' not in desk.texts(), 'and its key is never shown')
    desk.ctl('save', 'provider', 'name=Second', 'family=openai', 'model=large', 'enabled=no')
    desk.wait(lambda: 'Second' in desk.texts(view))
    desk.shoot('assistants-models')
    return page


def say(desk, view, text):
    desk.put('Write as a customer', text, view)
    desk.press('Try', 'push button', view)


def prompts(desk, cases, page, model):
    desk.press('Prompts', None, page)
    view, trial = desk.expect('KontorPromptsView'), desk.expect('KontorTryView')
    prompt = next(p for p in desk.json('list', 'prompt') if p['purpose'] == 'reply')
    desk.wait(lambda: 'Text of the prompt' in desk.texts(view))
    desk.click('Prompt', 'combo box', view)
    for _ in range([p['id'] for p in desk.json('list', 'prompt')].index(prompt['id'])):
        desk.key('Down')
    desk.key('Return')
    desk.wait(lambda: prompt['text'].splitlines()[0] in desk.texts(view))
    desk.put('Text of the prompt', 'We gladly sing at weddings', view)
    desk.press('Save', 'push button', view)
    cases.check(desk.wait(lambda: desk.json('get', 'prompt', prompt['id'])['version'] == 2) and
                desk.wait(lambda: 'version 2' in desk.texts(view)),
                'a saved prompt is another version', desk.texts(view))
    say(desk, trial, 'Do you sing at weddings?')
    cases.check(desk.wait(lambda: 'We gladly sing at weddings' in desk.texts(trial)),
                'a prompt edited and saved changes the next answer', desk.texts(trial))
    desk.wait(lambda: f'{prompt["id"]} v2' in desk.texts(trial))
    desk.put('Text of the prompt', 'We do not sing at funerals', view)
    say(desk, trial, 'And at funerals?')
    cases.check(desk.wait(lambda: 'We do not sing at funerals' in desk.texts(trial)),
                'what is written and not saved is tried, too', desk.texts(trial))
    desk.press('Discard', 'push button', view)
    asked = desk.wait(lambda: desk.dialogs())[0]
    desk.press('Discard', 'push button', asked)
    desk.wait(lambda: 'version 2' in desk.texts(view))
    desk.press('Changes, Version 2', 'push button', view)
    cases.check(desk.wait(lambda: '+We gladly sing at weddings' in desk.texts(view).replace('+ ', '+')),
                'what a version changed is shown line by line', desk.texts(view))
    desk.shoot('assistants-prompts')
    desk.press('Restore, Version 1', 'push button', view)
    cases.check(desk.wait(lambda: desk.json('get', 'prompt', prompt['id'])['text'] == prompt['text']) and
                desk.wait(lambda: 'version 3' in desk.texts(view)), 'and a version is restored', desk.texts(view))
    return trial


def break_off(desk, cases, page, trial, model):
    model.breaks = True
    said = desk.texts(trial)
    say(desk, trial, 'Hello?')
    cases.check(desk.wait(lambda: desk.find('Try', 'push button', trial) and
                          len(desk.texts(trial)) > len(said) + 20), 'a model that breaks off ends the try')
    words = desk.texts(trial)[len(said) - 40:]
    cases.check('KONTOR' not in words and 'GDBus' not in words and
                any(line.endswith('.') for line in words.splitlines()), 'in a plain message', words)
    desk.shoot('assistants-broken')
    model.breaks = False


def make_file(desk, name, count, wrong=0):
    """A table of @count questions; its line @wrong is no text."""
    path = pathlib.Path(desk.folder) / name
    with path.open('wb') as file:
        file.write(b'title,question,text\n')
        for i in range(count):
            row = f'Song {i},How long is song {i}?,"It lasts {i} minutes. ' + 'la ' * 340 + '"\n'
            row = 'Dogs,May I bring my dog?,Dogs are welcome on a lead.\n' if i == 0 else row
            file.write(b'\xff\xfe broken\n' if i + 2 == wrong else row.encode())
    return path


def drop(desk, path):
    """As if it were chosen: the dialog of files is GTK's own."""
    desk.press('Add Files…', 'push button', desk.expect('KontorKnowledgeView'))
    dialog = desk.wait(lambda: desk.dialogs())
    assert dialog, 'no dialog of files opens'
    focused = desk.atspi().StateType.FOCUSED

    def find():
        desk.key('ctrl+l')
        return next((one for one in desk.all(dialog[0]) if one.get_editable_text_iface() is not None and
                     one.get_state_set().contains(focused)), None)
    desk.wait(find).get_editable_text_iface().set_text_contents(str(path))
    desk.press('Open', 'push button', dialog[0])
    assert desk.wait(lambda: not desk.dialogs()), 'the dialog of files stays'


def knowledge(desk, cases, page):
    desk.press('Knowledge', None, page)
    view = desk.expect('KontorKnowledgeView')
    drop(desk, make_file(desk, 'broken.csv', 10, 7))
    cases.check(desk.wait(lambda: 'Line 7' in desk.texts(view)), 'a broken file is refused with its line',
                desk.texts(view))
    cases.check(desk.json('list', 'knowledge') == [], 'and nothing of it is taken')
    drop(desk, make_file(desk, 'songs.csv', 30))
    desk.wait(lambda: len(desk.json('list', 'knowledge')) == 30, 60)
    cases.check(desk.wait(lambda: '30 passages are taken.' in desk.texts(view), 60), 'a good one is taken',
                desk.texts(view))
    cases.check(desk.wait(lambda: 'Edit Song 3' in desk.texts(view)), 'and its passages are seen')
    desk.put('A customer’s question', 'May I bring my dog?', view)
    desk.press('Test', 'push button', view)
    cases.check(desk.wait(lambda: 'It would answer' in desk.texts(view)),
                'a question shows that it would be answered', desk.texts(view))
    desk.put('A customer’s question', 'Who won the election in Norway?', view)
    desk.press('Test', 'push button', view)
    cases.check(desk.wait(lambda: 'It would stay silent' in desk.texts(view)),
                'and another that it would not, and why', desk.texts(view))
    desk.shoot('assistants-knowledge')


def places(desk, cases, page):
    desk.press('Channels', None, page)
    desk.press('Edit Practice', 'push button', page)
    form = desk.wait(lambda: desk.find_dialog('Channel'))
    desk.click(lambda n: n.startswith('What the assistant may do'), 'combo box', form)
    desk.key('Down', 'Down', 'Return')
    desk.press('Save', 'push button', form)
    cases.check(desk.wait(lambda: 'Draft · ' in desk.texts(page)), 'a channel is set to drafts', desk.texts(page))
    cases.check(desk.json('list', 'channel')[0]['mode'] == 'draft', 'and stays so', desk.json('list', 'channel'))


def look_around(desk, cases, page):
    desk.press('Prompts', None, page)
    desk.resize(360, 720)
    desk.shoot('assistants-360')
    cases.ends_well(desk.shut(), 'the window ends without complaint')


def main():
    desk, cases, model = Desktop(*sys.argv[1:]), Looks(), Model()
    try:
        desk.start()
        desk.ctl('save', 'business', '--id', '1', 'zone=Asia/Dubai', 'currency=AED')
        desk.open()
        page = lend(desk, cases, model)
        trial = prompts(desk, cases, page, model)
        break_off(desk, cases, page, trial, model)
        knowledge(desk, cases, page)
        places(desk, cases, page)
        look_around(desk, cases, page)
    finally:
        desk.close()
    return cases.end()


sys.exit(main())
