#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A chauffeur business from nothing to its first booking, by the window and the keyboard alone: nothing
is clicked, and nothing is done by any other program."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from desktop import Desktop, Looks
from focus import Focus

ANSWERS = {'Shall I book': 'yes', 'pick you up': 'Binary Tower', 'drive you': 'Emirates Financial Tower', 'Which car': 'BMW 5',
           'Which day': 'tomorrow', 'time': '10:00', 'name': 'Jeffrey'}


class Typist:
    """Tab, letters and Enter."""

    def __init__(self, desk):
        self.desk, self.focus = desk, Focus(desk)

    def press(self, name):
        self.focus.go_to(name)
        self.desk.key('Return')

    def fill(self, name, text):
        """A text of many lines, which tells when it has the focus."""
        self.focus.go_to(name)
        self.desk.key('ctrl+a')
        self.desk.write(text)

    def fill_in(self, root, anchor, values, key='shift+Tab'):
        """Entries in rows, from @anchor on, which comes before them. They tell nothing of the focus in
        this version of GTK: the order tells which of them it is."""
        entries = [one.get_name() for one in self.desk.all(root) if one.get_name() and
                   one.get_editable_text_iface() is not None and one.get_parent().get_role_name() == 'list']
        self.focus.go_to(anchor, key)
        left = dict(values)
        while left:
            if self.focus.next() is not None:
                continue
            name = entries.pop(0)
            if name in left:
                self.desk.key('ctrl+a')
                self.desk.write(left.pop(name))

    def dialog(self, title):
        found = self.desk.wait(lambda: self.desk.find_dialog(title))
        assert found is not None, (title, [d.get_name() for d in self.desk.dialogs()])
        return found

    def gone(self, title):
        assert self.desk.wait(lambda: self.desk.find_dialog(title) is None), f'{title} stays:\n' + \
            self.desk.texts(self.desk.find_dialog(title))



def who(desk, cases, typist):
    desk.go('settings')
    page = desk.expect('KontorSettingsPage')
    desk.expect('Time zone', root=page)
    typist.fill_in(page, 'Privacy and Data', {'Name': 'Emirates Chauffeurs'}, 'Tab')
    for field, text in ('Time zone', 'dubai'), ('Currency', 'aed'):
        typist.press('Choose ' + field)
        desk.wait(lambda: desk.find('Search in the list', None, page))
        desk.write(text)
        desk.wait(lambda: [n for one in desk.all(desk.find('What may be chosen', 'list', page))
                           if (n := one.get_name() or '') and text in n.lower()])
        desk.key('Return')
        desk.wait(lambda: not desk.find('Search in the list', None, page))
    typist.press('Save')
    cases.check(desk.wait(lambda: desk.json('get', 'business', '1')['name'] == 'Emirates Chauffeurs'),
                'the business has a name', desk.texts(page))
    told = desk.json('get', 'business', '1')
    cases.check((told['zone'], told['currency']) == ('Asia/Dubai', 'AED'), 'a clock and a currency from the lists', told)


def offer(desk, cases, typist):
    desk.go('services')
    page = desk.expect('KontorServicesPage')
    desk.wait(lambda: 'Nothing is offered yet' in desk.texts(page))
    typist.press('New Service')
    form = typist.dialog('New Service')
    desk.wait(lambda: desk.find('Duration (optional)', None, form))
    typist.fill_in(form, 'Save', {'Name': 'Chauffeur ride', 'Words customers use for it (optional)': 'car, ride',
                                  'Duration (optional)': '2h', 'Price (optional)': '250 AED'})
    typist.press('Save')
    typist.gone('New Service')
    cases.check(desk.wait(lambda: 'Which day would you like?' in desk.texts(page)),
                'a service is offered, and shows its conversation', desk.texts(page))
    for title, question in (('Pickup', 'Where shall we pick you up?'), ('Dropoff', 'Where shall we drive you?'),
                            ('Vehicle', 'Which car would you like?')):
        typist.press('New Field')
        form = typist.dialog('Field to collect')
        desk.wait(lambda: desk.find('Question (optional)', None, form))
        typist.fill_in(form, 'Save', {'Title': title})
        if title == 'Vehicle':
            typist.focus.go_to('Type')
            desk.key('Return')
            desk.settle()
            desk.key(*['Down'] * 4, 'Return')
        typist.fill('Question (optional)', question)
        typist.press('Save')
        dialog = typist.dialog(title)
        if title == 'Vehicle':
            for car, price in ('BMW 5', '250 AED'), ('BMW 7', '400 AED'):
                typist.press('New Choice')
                form = typist.dialog('Choice')
                desk.wait(lambda: desk.find('Price (optional)', None, form))
                typist.fill_in(form, 'Save', {'Title': car, 'Price (optional)': price})
                typist.press('Save')
                typist.gone('Choice')
                desk.wait(lambda: car in desk.texts(dialog))
        desk.key('Escape')
        typist.gone(title)
    cases.check(desk.wait(lambda: 'Which car would you like? (BMW 5, BMW 7)' in desk.texts(page)),
                'and asks for what is needed', desk.texts(page))
    desk.shoot('from-nothing-services')


def teach(desk, cases, typist):
    desk.go('assistants')
    page = desk.expect('KontorAssistantsPage')
    desk.wait(lambda: 'Text of the prompt' in desk.texts(page))
    typist.fill('Text of the prompt', 'You answer for {business}. {policy}')
    typist.press('Save')
    cases.check(desk.wait(lambda: 'version 2' in desk.texts(page)), 'a prompt is written and saved', desk.texts(page))
    typist.press('Knowledge')
    desk.expect('KontorKnowledgeView')
    typist.press('New Passage')
    form = typist.dialog('Passage')
    desk.wait(lambda: desk.find('Question (optional)', None, form))
    typist.fill_in(form, 'Save', {'Title (optional)': 'Child seats', 'Question (optional)': 'Do you have child seats?'})
    typist.fill('Answer', 'Child seats are free of charge.')
    typist.press('Save')
    typist.gone('Passage')
    desk.wait(lambda: desk.json('list', 'knowledge'))
    desk.settle()
    cases.check(desk.wait(lambda: 'Edit Child seats' in desk.texts(page)), 'and something is known', desk.texts(page))


def sell(desk, cases, typist):
    desk.key('ctrl+k')
    palette = typist.dialog('Find or Do')
    desk.write('play a cus')
    desk.wait(lambda: not desk.find('New booking', None, palette))
    desk.key('Return')
    phone = desk.expect('KontorPracticePane')

    def said():
        return [n for one in desk.all(phone) if one.get_role_name() == 'list item' and (n := one.get_name())]

    def say(text):
        before = len(said())
        desk.wait(lambda: desk.find('Write as the customer', 'text', phone))
        desk.write(text)
        desk.key('Return')
        return desk.wait(lambda: len(now := said()) > before + 1 and now[-1])
    answer = say('Do you have child seats?')
    cases.check(answer and 'free of charge' in answer, 'a customer is answered from what is known', said())
    answer = say('I need a car')
    for _ in range(12):
        text = next((said for part, said in ANSWERS.items() if answer and part in answer), None)
        if text is None or 'BK0' in answer:
            break
        answer = say(text)
    cases.check(answer and 'BK000001' in answer, 'and books', said())
    desk.shoot('from-nothing')
    booking = desk.json('list', 'booking')
    cases.check([(b['x-pickup'], b['x-vehicle']) for b in booking] == [('Binary Tower', 'BMW 5')],
                'with all that was asked for', booking)


def main():
    desk, cases = Desktop(*sys.argv[1:]), Looks()
    try:
        desk.start()
        desk.open()
        typist = Typist(desk)
        for part in (who, offer, teach, sell):
            part(desk, cases, typist)
        cases.ends_well(desk.shut(), 'the window ends without complaint')
    finally:
        desk.close()
    return cases.end()


sys.exit(main())
