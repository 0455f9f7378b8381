#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is put into a reply besides words: files dragged in, pictures pasted, emoji; and why the assistant said
what it said."""
import itertools
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from desktop import Desktop, Looks
from giver import Giver

FEW = 80  # parts of the list of emoji when it is searched; whole, it has thousands


def sent(desk):
    return [m for m in desk.json('messages', '1') if m['author'].startswith('teammate')]


def begin(desk):
    desk.key('ctrl+2')
    page = desk.expect('KontorInboxPage')
    desk.choose(lambda n: n.startswith('Mona'), page,
                lambda: desk.find(lambda n: n.startswith('Assistant'), 'list item', page))
    return page


def make_files(desk):
    folder = pathlib.Path(desk.folder)
    (folder / 'offer.txt').write_text('BMW 5 series, 250.00 AED')
    subprocess.run(['convert', '-size', '40x30', 'xc:orange', str(folder / 'car.png')], check=True)
    return folder


def find_chip(desk, page, *words):
    return desk.wait(lambda: desk.find(lambda n: n.startswith('Leave Out') and all(w in n for w in words),
                                       'push button', page))


def drag_file(desk, cases, page, folder):
    giver = Giver(desk, 'file', folder / 'offer.txt')
    giver.drag_to(800, 400)
    chip = find_chip(desk, page, 'offer.txt')
    cases.check(chip is not None, 'a file that is dropped on the conversation stands in the composer',
                desk.texts(page))
    giver.close()
    cases.check(sent(desk) == [], 'and is not sent before a person does', sent(desk))
    desk.click('Message', 'text', page)
    desk.write('Our offer')
    desk.key('Return')
    arrived = desk.wait(lambda: [m for m in sent(desk) if m.get('media-name') == 'offer.txt'])
    cases.check(arrived and arrived[0]['text'] == 'Our offer' and len(sent(desk)) == 1,
                'it goes with what was written as its caption', sent(desk))


def leave_out(desk, cases, page, folder):
    giver = Giver(desk, 'file', folder / 'offer.txt')
    giver.drag_to(800, 400)
    find_chip(desk, page, 'offer.txt')
    giver.close()
    desk.press(lambda n: n.startswith('Leave Out'), 'push button', page)
    cases.check(desk.wait(lambda: desk.find(lambda n: n.startswith('Leave Out'), 'push button', page) is None),
                'what was dropped can be left out again', desk.texts(page))


def drag_picture(desk, cases, page, folder):
    giver = Giver(desk, 'picture', folder / 'car.png')
    giver.drag_to(800, 400)
    cases.check(find_chip(desk, page, 'Picture', '.png'), 'so is a picture dragged out of a web page',
                desk.texts(page))
    giver.close()
    desk.click('Message', 'text', page)
    desk.key('Return')
    arrived = desk.wait(lambda: [m for m in sent(desk) if m['kind'] == 'image'])
    cases.check(arrived and arrived[0]['media-mime'] == 'image/png', 'and arrives as one', sent(desk))


def paste(desk, cases, page, folder):
    before = len(sent(desk))
    giver = Giver(desk, 'picture', folder / 'car.png')
    desk.xdo('windowfocus', desk.xid)
    desk.click('Message', 'text', page)
    desk.key('ctrl+v')
    cases.check(find_chip(desk, page, 'Picture', '.png'), 'a picture is pasted by Ctrl+V', desk.texts(page))
    giver.close()
    desk.click('Message', 'text', page)
    desk.write('As discussed')
    desk.key('Return')
    arrived = desk.wait(lambda: sent(desk)[before:])
    cases.check(arrived and arrived[0]['kind'] == 'image' and arrived[0]['text'] == 'As discussed' and
                pathlib.Path(arrived[0]['media-path']).stat().st_size > 0,
                'and sent with its caption, as a file that is kept', arrived)


def written(desk, page):
    view = desk.find('Message', 'text', page)
    return view.get_text_iface().get_text(0, -1) if view else ''


def emoji(desk, cases, page):
    def plain(text):  # GTK says that it is to be shown in colours
        return text.replace('\ufe0f', '')
    desk.click('Message', 'text', page)
    desk.write('Welcome ')
    desk.click('Insert an Emoji', None, page)
    chooser = desk.expect('GtkEmojiChooser')
    desk.settle()
    desk.write('pizza')
    desk.wait(lambda: len(list(itertools.islice(desk.all(chooser), FEW))) < FEW)
    desk.key('Down', 'Return')
    cases.check(desk.wait(lambda: plain(written(desk, page)) == 'Welcome 🍕'),
                'an emoji is found by its name and put where the cursor is', written(desk, page))
    desk.settle()
    desk.key('Return')
    arrived = desk.wait(lambda: [m['text'] for m in sent(desk) if m['text'].startswith('Welcome')])
    cases.check(arrived and plain(arrived[0]) == 'Welcome 🍕', 'and Enter sends it', arrived)


def why(desk, cases, page):
    desk.press(lambda n: n in ('why?', 'Why Did It Say That?'), 'push button', page)
    dialog = desk.wait(lambda: desk.find_dialog('Why Did It Say That?'))
    cases.check(dialog is not None, 'an automatic answer can be asked why', desk.texts(page))
    told = desk.wait(lambda: 'child seats' in desk.texts(dialog).lower() and 'Found' in desk.texts(dialog))
    cases.check(told, 'and tells the question and what it was answered from', desk.texts(dialog))
    desk.shoot('why', True)
    desk.key('Escape')
    cases.check(desk.wait(lambda: not desk.dialogs()), 'Escape leaves it')


def main():
    desk, cases = Desktop(*sys.argv[1:]), Looks()
    try:
        desk.start()
        desk.ctl('demo', 'load', 'chauffeur')
        desk.ctl('practice', 'Do you have child seats?', '--name', 'Mona Haddad')
        folder = make_files(desk)
        desk.open()
        page = begin(desk)
        why(desk, cases, page)
        for part in (drag_file, leave_out, drag_picture, paste):
            part(desk, cases, page, folder)
        emoji(desk, cases, page)
        cases.ends_well(desk.shut(), 'the window ends without complaint')
    finally:
        desk.close()
    return cases.end()


sys.exit(main())
