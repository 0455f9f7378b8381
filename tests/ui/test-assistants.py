#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prompts, knowledge, models and golden conversations in the real window, with a model that the test
plays: what is edited changes the next answer, what breaks off is said in plain words, and a file is
taken, stopped or refused."""
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
        self.free = threading.Event()
        self.free.set()
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
            self.free.wait()
            if self.breaks:
                handler.wfile.write(b'data: {"choices": [{"ind')
                handler.wfile.flush()
                handler.connection.close()
                return
        tell({'choices': [{'index': 0, 'delta': {}, 'finish_reason': 'stop'}]})
        tell({'choices': [], 'usage': {'prompt_tokens': 10, 'completion_tokens': 5, 'total_tokens': 15}})
        handler.wfile.write(b'data: [DONE]\n\n')


def offer(desk, cases, view):
    """A server of models on its usual port is added with one press."""
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            self.tell(json.dumps({'object': 'list', 'data': [{'id': 'llama3:8b'}]}), 'application/json')

        def do_POST(self):
            said = json.dumps({'choices': [{'index': 0, 'delta': {'content': 'ok'}, 'finish_reason': 'stop'}]})
            self.tell(f'data: {said}\n\ndata: [DONE]\n\n', 'text/event-stream')

        def tell(self, text, kind):
            self.send_response(200)
            self.send_header('Content-Type', kind)
            self.send_header('Content-Length', str(len(text)))
            self.end_headers()
            self.wfile.write(text.encode())

        def log_message(self, *_):
            pass

    cases.check(desk.wait(lambda: 'On This Computer' in desk.texts(view)), 'servers on this computer have a place')
    try:
        server = Server(('127.0.0.1', 11434), Handler)
    except OSError:
        cases.skip('something answers on the port of Ollama already')
        return
    threading.Thread(target=server.serve_forever, daemon=True).start()
    desk.wait(lambda: desk.find('Look Again', 'push button', view).get_state_set().contains(
        desk.atspi().StateType.SENSITIVE))
    desk.press('Look Again', 'push button', view)
    cases.check(desk.wait(lambda: desk.find('Add Ollama', 'push button', view)), 'one that answers is offered',
                desk.texts(view))
    desk.shoot('assistants-servers')
    desk.press('Add Ollama', 'push button', view)
    cases.check(desk.wait(lambda: 'llama3:8b · Fine' in desk.texts(view)), 'and added and tried with one press',
                desk.texts(view))
    made = next(p for p in desk.json('list', 'provider') if p['name'] == 'Ollama')
    cases.check(made['base'] == 'http://127.0.0.1:11434/v1' and made['family'] == 'openai' and made['enabled'],
                'with its address', made)
    cases.check(desk.wait(lambda: 'Is asked already' in desk.texts(view)), 'and is not offered again')
    assert desk.ctl('remove', 'provider', made['id']).returncode == 0
    server.shutdown()
    server.server_close()


def order(desk, cases, view):
    """The first is asked first: by a drag, and by the keyboard."""
    def names():
        return [p['name'] for p in sorted(desk.json('list', 'provider'), key=lambda p: p.get('priority', 0))]
    desk.click('Edit Second', 'push button', view)
    desk.wait(lambda: desk.find_dialog('Model provider'))
    desk.key('Escape')
    desk.wait(lambda: not desk.dialogs())
    desk.xdo('windowfocus', desk.xid)
    desk.key('alt+Up')
    cases.check(desk.wait(lambda: names() == ['Second', 'Ours']), 'a provider is moved up by the keyboard', names())
    (_, first), (_, last) = [desk.wait(lambda: desk.place(f'Edit {name}', 'push button', view))
                             for name in ('Second', 'Ours')]
    desk.drag(*[(x - 80, y + height // 2) for x, y, _, height in (last, first)])
    cases.check(desk.wait(lambda: names() == ['Ours', 'Second']), 'and another by the pointer', names())


def budget(desk, cases, view):
    desk.press('Edit Ours', 'push button', view)
    form = desk.wait(lambda: desk.find_dialog('Model provider'))
    for name, text in (('Currency of the prices', 'USD'), ('Price of a million tokens in', '1'),
                       ('Price of a million tokens out', '2'), ('Most to spend in a month', '20 USD')):
        desk.put(name + ' (optional)', text, form)
    desk.press('Save', 'push button', form)
    cases.check(desk.wait(lambda: 'at most 20.00 USD a month' in desk.texts(view)), 'a budget is set', desk.texts(view))


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
    order(desk, cases, view)
    budget(desk, cases, view)
    offer(desk, cases, view)
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
    return trial, prompt['id']


def practise(desk, cases, page, prompt):
    """The practice pane is a customer: what is saved is what the next one reads."""
    view = desk.expect('KontorPromptsView')
    desk.put('Text of the prompt', 'We gladly dance at weddings', view)
    desk.press('Save', 'push button', view)
    desk.wait(lambda: desk.json('get', 'prompt', prompt)['text'] == 'We gladly dance at weddings')
    desk.go('inbox')
    inbox = desk.expect('KontorInboxPage')
    desk.key('ctrl+k')
    desk.wait(lambda: desk.find_dialog('Find or Do'))
    desk.write('play a cus')
    desk.wait(lambda: not desk.find('New booking', None, desk.find_dialog('Find or Do')))
    desk.key('Return')
    phone = desk.expect('KontorPracticePane')
    for text, wanted in (('Do you dance?', 'We gladly dance at weddings'), ('And now?', 'We never dance')):
        desk.put('Write as the customer', text, phone)
        desk.press('Send as the Customer', 'push button', phone)
        cases.check(desk.wait(lambda: desk.find(lambda n: wanted in n, 'list item', phone)),
                    f'the practice pane reads “{wanted}”', desk.texts(phone))
        if text == 'Do you dance?':
            desk.go('assistants')
            desk.put('Text of the prompt', 'We never dance', view)
            desk.press('Save', 'push button', view)
            desk.wait(lambda: desk.json('get', 'prompt', prompt)['text'] == 'We never dance')
            desk.go('inbox')
    return inbox


def keep(desk, cases, inbox):
    """A conversation of the inbox becomes a golden one."""
    desk.click('What to Do With This Conversation', None, inbox)
    desk.wait(lambda: desk.find(lambda n: n.startswith('Keep as'), 'menu item', inbox))
    desk.press(lambda n: n.startswith('Keep as'), 'menu item', inbox)
    form = desk.wait(lambda: desk.find_dialog('Golden Conversation'))
    desk.put('Name', 'Dancing', form)
    desk.press('Keep', 'push button', form)
    cases.check(desk.wait(lambda: [g['name'] for g in desk.json('list', 'golden')] == ['Dancing']),
                'a conversation is kept from the inbox', desk.texts(form))


def bench(desk, cases, page, model):
    desk.go('assistants')
    desk.press('Bench', None, page)
    view = desk.expect('KontorBenchView')
    cases.check(desk.wait(lambda: 'Edit Dancing' in desk.texts(view)), 'and stands on the bench', desk.texts(view))
    desk.wait(lambda: desk.find('And beside it', 'combo box', view))
    desk.click('And beside it', 'combo box', view)
    desk.key('Down', 'Down', 'Return')
    desk.press('Run All', 'push button', view)
    cases.check(desk.wait(lambda: desk.find(lambda n: n.startswith('Dancing, ') and 'Passed: 2 of 2' in n, None, view)),
                'it is run, and passes with the model', desk.texts(view))
    cases.check(desk.wait(lambda: desk.find(lambda n: n.startswith('Dancing, Without a model: Failed'), None, view)),
                'and fails without one, beside it', desk.texts(view))
    cases.check(desk.wait(lambda: '1 of 2 runs failed.' in desk.texts(view)), 'which is counted', desk.texts(view))
    said = desk.texts(view)
    cases.check('must answer' in said and '> And now?' in said and 'What did not hold' in said,
                'what is expected stands beside what came', said)
    desk.shoot('assistants-bench')
    model.free.clear()
    desk.press('Run All', 'push button', view)
    desk.press('Stop', 'push button', view)
    cases.check(desk.wait(lambda: 'Stopped.' in desk.texts(view) and desk.find('Run All', 'push button', view)),
                'a run can be stopped', desk.texts(view))
    model.free.set()


def break_off(desk, cases, page, trial, model):
    desk.press('Prompts', None, page)
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


def switch_off(desk, cases, page, trial, model):
    """By the provider's own switch, while it writes."""
    model.free.clear()
    say(desk, trial, 'Are you there?')
    cases.check(desk.wait(lambda: 'We' in [line.strip() for line in desk.texts(trial).splitlines()]),
                'what a model writes is shown as it comes', desk.texts(trial))
    desk.press('Models', None, page)
    desk.press('Edit Ours', 'push button', desk.expect('KontorModelsView'))
    form = desk.wait(lambda: desk.find_dialog('Model provider'))
    desk.click(lambda n: n.startswith('Switched on'), 'list item', form)
    desk.press('Save', 'push button', form)
    cases.check(desk.wait(lambda: 'Ours was switched off while it answered' in desk.texts(trial) and
                          desk.find('Try', 'push button', trial)),
                'and one that is switched off meanwhile ends in a plain message', desk.texts(trial))
    model.free.set()
    desk.press('Prompts', None, page)
    desk.shoot('assistants-switched-off')


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


def make_book(desk, name, megabytes):
    path = pathlib.Path(desk.folder) / name
    path.write_text(''.join(f'## Chapter {i}\n{"la sol fa " * 110}\n\n' for i in range(megabytes * 895)))
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


def arrive(desk, count):
    """Until so many passages are known and drawn."""
    desk.wait(lambda: len(desk.json('list', 'knowledge')) == count)
    desk.settle()


def make_ids(desk, name, count, each):
    """Passages of another computer; one of @each says nothing."""
    path = pathlib.Path(desk.folder) / name
    path.write_text('id,title,text\n' + ''.join(f'KN{900000 + i},Dance {i},{"la " * (i % each > 0)}\n'
                                               for i in range(1, count + 1)))
    return path


def rows_with_ids(desk, cases, view):
    """Each row is taken by itself, in parts."""
    drop(desk, make_ids(desk, 'dances.csv', 132, 33))
    arrive(desk, 30 + 128)
    cases.check(desk.wait(lambda: 'Of 132 rows, 128 were added and 0 changed; 0 were left out and 4 refused. '
                          'Line 34: ' in desk.texts(view)), 'of a table with ids each row has its end', desk.texts(view))
    cases.check(sum(k['title'].startswith('Dance') for k in desk.json('list', 'knowledge')) == 128,
                'and those that were taken are there')
    drop(desk, make_ids(desk, 'wrong.csv', 200000, 1))

    def share():
        bar = desk.find('wrong.csv', 'progress bar', view)
        return bar and bar.get_value_iface().get_current_value()
    cases.check(desk.wait(lambda: 'Is being taken in' in desk.texts(view) and 0 < (share() or 0) < 1),
                'it comes with progress', desk.texts(view))
    desk.press('Stop wrong.csv', 'push button', view)
    cases.check(desk.wait(lambda: 'rows were not reached.' in desk.texts(view)), 'and can be stopped', desk.texts(view))
    for made in desk.json('list', 'import'):
        desk.ctl('do', 'undo-import', 'import=' + made['id'])
    arrive(desk, 30)
    cases.check(len(desk.json('list', 'knowledge')) == 30, 'and is taken back like any import')


def knowledge(desk, cases, page):
    desk.press('Knowledge', None, page)
    view = desk.expect('KontorKnowledgeView')
    drop(desk, make_file(desk, 'broken.csv', 10, 7))
    cases.check(desk.wait(lambda: 'Line 7' in desk.texts(view)), 'a broken file is refused with its line',
                desk.texts(view))
    cases.check(desk.json('list', 'knowledge') == [], 'and nothing of it is taken')
    drop(desk, make_file(desk, 'songs.csv', 30))
    arrive(desk, 30)
    cases.check(desk.wait(lambda: '30 passages are taken.' in desk.texts(view), 60), 'a good one is taken',
                desk.texts(view))
    cases.check(desk.wait(lambda: 'Edit Song 3' in desk.texts(view)), 'and its passages are seen')
    rows_with_ids(desk, cases, view)
    long = make_book(desk, 'long.md', 20)
    drop(desk, long)

    def share():
        bar = desk.find('long.md', 'progress bar', view)
        return bar and bar.get_value_iface().get_current_value()
    cases.check(long.stat().st_size > 20_000_000 and
                desk.wait(lambda: 'Is being taken in' in desk.texts(view) and 0 < (share() or 0) < 1, 240),
                'one of 20 MB is taken with progress', desk.texts(view))
    desk.press('Stop long.md', 'push button', view)
    cases.check(desk.wait(lambda: 'Stopped; nothing of it was taken.' in desk.texts(view)),
                'and can be stopped', desk.texts(view))
    cases.check(len(desk.json('list', 'knowledge')) == 30, 'which leaves nothing of it')
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
    desk.wait(lambda: not desk.dialogs())
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
        trial, prompt = prompts(desk, cases, page, model)
        inbox = practise(desk, cases, page, prompt)
        keep(desk, cases, inbox)
        bench(desk, cases, page, model)
        break_off(desk, cases, page, trial, model)
        switch_off(desk, cases, page, trial, model)
        knowledge(desk, cases, page)
        places(desk, cases, page)
        look_around(desk, cases, page)
    finally:
        desk.close()
    return cases.end()


sys.exit(main())
