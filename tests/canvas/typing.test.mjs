// What a typed line means, before anything is done. The names and verbs are those of the acceptance story.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { abbreviates } from '../../mapping/render/canvas/names.js';
import { readName } from '../../mapping/render/canvas/typing/name.js';
import { practiceIn, withoutPractice } from '../../mapping/render/canvas/typing/practice.js';
import { notesOf, previewText, sentencesOf } from '../../mapping/render/canvas/typing/preview.js';
import { rowsOf } from '../../mapping/render/canvas/typing/rows.js';
import { withAnswer, withVerb, written } from '../../mapping/render/canvas/typing/written.js';
import { translator } from '../../mapping/render/canvas/words.js';
import { catalogue, persons, planned, readerOf, short, vocabulary } from './typing_case.mjs';

const own = (name) => ({ id: `x-${name}`, name });
const named = (text, there = new Map(), more = {}) => readName(text, { catalogue, persons, actors: there, ...more });

test('the beginning of one name only is that name; the beginning of several asks', () => {
  assert.deepEqual(named('policía nac'), { take: 'pn' });
  assert.deepEqual(named('conad'), { take: 'conadeh' });
  assert.deepEqual(named('congr'), { begun: ['congreso', 'eeuu'] });
  assert.deepEqual(named('trib'), { begun: ['tribunales', 'tsc'] });
});

test('the first letters of its words, in their order, are a name too', () => {
  assert.deepEqual(named('pol mil'), { take: 'pmop' });
  assert.deepEqual(named('mil pol'), { take: 'pmop' }); // Military Police
  assert.ok(abbreviates('trib cue', 'tribunal de cuentas'));
  assert.ok(!abbreviates('cue trib', 'tribunal de cuentas'));
  assert.ok(!abbreviates('con uni', 'congreso de los estados unidos')); // "estados" is no small word
});

test('a generic word asks although it begins one name; a person is asked about before anything is completed', () => {
  assert.deepEqual(named('militares'), { ask: ['ffaa', 'pmop'] });
  assert.deepEqual(named('Juan Pérez'), { person: true });
});

test('one or two letters are no beginning, and an own name that begins nothing is one', () => {
  assert.equal(named('bi').take, undefined);
  assert.deepEqual(named('Mesa de mujeres'), { own: 'Mesa de mujeres' });
  assert.deepEqual(named('Unidos'), { near: ['eeuu'] }); // a word of one name asks; it is not the name of a new actor
  assert.deepEqual(named('Unidos por Choloma'), { own: 'Unidos por Choloma' });
});

test('at the end of a link an actor of the map is meant first; a name alone still asks', () => {
  const there = new Map([['congreso', catalogue.actor('congreso', 'es')]]);
  assert.deepEqual(named('congr', there, { here: true }), { have: 'congreso' });
  assert.deepEqual(named('congr', there), { begun: ['congreso', 'eeuu'] });
});

test('an alias that nobody sees asks where a name on the map begins so; the name that is seen does not', () => {
  const there = new Map([['pmop', catalogue.actor('pmop', 'es')]]), watch = own('MP en la mira');
  assert.deepEqual(named('policía'), { take: 'pn' });
  assert.deepEqual(named('policía', there), { ask: ['pmop', 'pn'] });
  assert.deepEqual(named('policía militar', there), { have: 'pmop' });
  assert.deepEqual(named('mp'), { take: 'mp' });
  assert.deepEqual(named('mp', new Map([[watch.id, watch]])), { ask: [watch.id, 'mp'] });
});

test('at the end of a link what is seen on the map is meant before what only the catalogue knows', () => {
  const women = own('Congreso de mujeres'), there = new Map([[women.id, women]]);
  assert.deepEqual(named('congre', there, { here: true }), { have: women.id });
  assert.deepEqual(named('congre', there).begun[0], women.id); // alone it asks, the one on the map first
});

test('arrows of any kind, and words in either language, make the same sentence', () => {
  for (const line of ['congreso > supervisa > pmop', 'congreso->supervisa->pmop', 'Congreso → supervisa → PMOP', 'congreso supervisa a la policía militar', 'Congress oversees PMOP', 'the Congress supervises the Military Police', 'congreso>su>pmop', 'congreso supervisa > pmop', 'congreso > supervisa a la policía militar']) {
    assert.equal(short(line), 'congreso ov_parliament pmop', line);
  }
});

test('every kind has its verb: short, in full, in the plural, by another word', () => {
  assert.equal(short('mp remite tribunales'), 'mp referral tribunales');
  assert.equal(short('fiscalia -> remite -> tribunales'), 'mp referral tribunales');
  assert.equal(short('MP refers cases to tribunales'), 'mp referral tribunales');
  assert.equal(short('las Fuerzas Armadas mandan a la policía militar'), 'ffaa command pmop');
  assert.equal(short('ffaa manda casos a mp'), 'ffaa referral mp'); // not: commands "casos a mp"
  assert.equal(short('congreso nombra a quien dirige el conadeh'), 'congreso appointment conadeh');
  assert.equal(short('conadeh controla a la policía'), 'conadeh ov_independent pn');
  assert.equal(short('bid > capacita > pn'), 'bid training pn');
});

test('a noun for a kind is one between arrows only', () => {
  assert.equal(short('congreso > control judicial > pmop'), 'congreso ov_judicial pmop');
  assert.equal(short('Comité de mando'), 'name Comité de mando');
});

test('the overseer decides the kind of oversight', () => {
  assert.equal(short('mp supervisa pn'), 'mp ov_judicial pn');
  assert.equal(short('Red de barrios > supervisa > pn'), 'x-reddebarrios ov_civil pn');
});

test('a bare arrow is what a drag would draw, with its variant', () => {
  assert.equal(short('congreso > pmop'), 'congreso ov_parliament pmop');
  const authority = { id: 'authority', kinds: ['command', 'appointment'] };
  assert.equal(short('congreso > pmop', [], { button: authority }), 'congreso command pmop');
  assert.equal(short('congreso > pmop', [], { button: authority, variant: 'appointment' }), 'congreso appointment pmop');
});

test('after an arrow verb and name may be one word, where it comes apart in one way only', () => {
  const on = ['mp', 'pn', 'pmop', 'inp', 'congreso', 'tribunales', 'ffaa'];
  assert.equal(short('pn>remmp', on), 'pn referral mp');
  assert.equal(short('ffaa > mpm', on), 'ffaa command pmop');
  assert.equal(short('pn > remtri: a medias', on), 'pn referral tribunales weak');
  assert.equal(short('congreso > ffaa > mpn', on), 'congreso ov_parliament ffaa, ffaa command pn');
  assert.equal(short('pn>rempol', on), 'asks target pol'); // begins two names: asked, not taken for somebody new
});

test('a word that means something, or that a group may call somebody, is not taken apart', () => {
  const on = ['mp', 'pn', 'pmop', 'congreso', 'conadeh', 'eeuu', 'ffaa', own('Obras')];
  assert.equal(short('pn > mp', on), 'pn ov_executive mp'); // not: commands "p"
  assert.equal(short('ffaa > REMMP', on), 'ffaa ov_executive x-remmp');
  assert.equal(short('ffaa > remesas', on), 'ffaa ov_executive x-remesas');
  assert.equal(short('ffaa > remmp vecinos', on), 'ffaa ov_executive x-remmpvecinos');
  assert.equal(short('ffaa > obedecemp > pn', on), 'asks verb obedecemp'); // between arrows a verb that nobody knows
  assert.equal(short('pn remmp', on), 'name pn remmp'); // no arrow, no sentence
  assert.equal(short('ffaa > remmp', on, { answers: new Map([['remmp', { own: 'remmp' }]]) }), 'ffaa ov_executive x-remmp');
});

test('a joined word whose verb is short asks for the kind and makes nobody new', () => {
  const on = ['mp', 'pn', 'pmop', 'congreso', 'conadeh', own('Comité')];
  assert.equal(short('pn>comp', on, { language: 'en' }), 'asks verb co'); // commands, coordinates
  assert.equal(short('com>conad', on), 'x-Comité ov_civil conadeh'); // a name by itself
  assert.equal(short('com>caconad', on), 'x-Comité training conadeh');
  assert.equal(short('pn>remp', on), 'pn referral mp'); // one kind begins with re
  assert.equal(short('congreso>supconad', on), 'congreso ov_parliament conadeh');
  assert.equal(short('conadeh>suppmop'), 'conadeh ov_independent pmop'); // who is not on the map yet comes by the whole name
  assert.equal(short('conadeh>supcue'), 'conadeh ov_independent x-supcue'); // "cue" is no beginning of a name
  assert.deepEqual(planned('pn>comp', on, { language: 'en' }).actors, []);
});

test('a beginning that several verbs share asks among them, though one verb has it for a word', () => {
  const kinds = vocabulary.link_kinds, before = { ...kinds };
  const added = (id, es, words = []) => (kinds[id] = { ...before.cooperation, order: 90, verb: { es, en: es }, label: { es: id, en: id }, words });
  added('information', 'informa a');
  added('sway', 'influye en');
  added('rivalry', 'tiene tensión con', ['in conflict with']);
  try {
    assert.equal(short('conadeh in mp', ['conadeh', 'mp']), 'asks verb in');
    assert.deepEqual(planned('conadeh in mp', ['conadeh', 'mp']).question.meaning.ask.map(({ id }) => id), ['information', 'sway']);
    assert.equal(short('conadeh in conflict with mp', ['conadeh', 'mp']), 'conadeh rivalry mp');
  } finally {
    for (const id of ['information', 'sway', 'rivalry']) delete kinds[id];
  }
});

test('an actor, a word nobody knows and whom it is done to may be a link, and are asked about', () => {
  assert.equal(short('policía captura a pandillas'), 'asks verb captura');
  assert.equal(short('pmop en pugna con pn'), 'asks verb en pugna');
  assert.equal(short('policía zarandea a los del puerto'), 'asks verb zarandea');
  for (const line of ['policía especial de apoyo a vecinos', 'policía comunitaria de Tela', 'Policía Comunitaria a Caballo', 'conadeh joven Choluteca']) assert.match(short(line), /^name /, line);
  const reader = readerOf(), reading = reader.read('policía captura a pandillas');
  const rows = rowsOf(reading, planned('policía captura a pandillas'), reader);
  assert.deepEqual([rows[0].as, rows.at(-1)], ['verb', { as: 'own', name: 'policía captura a pandillas', slot: 'name' }]);
});

test('the examples of the help can be typed as they stand', () => {
  for (const language of ['es', 'en']) {
    const words = readFileSync(new URL(`../../mapping/i18n/words/${language}/typing.yaml`, import.meta.url), 'utf8');
    const [said] = /^ {2}sentence: .*$/m.exec(words), examples = said.match(/\p{L}+(?: > \p{L}+)+|\p{L}+>\p{L}+|\p{L}+ \p{L}+ (?:fiscalía|ombudsman)/giu);
    assert.equal(examples.length, 5, said);
    for (const on of [[], ['congreso', 'conadeh', 'mp', 'pn', 'pmop', 'eeuu']]) {
      for (const line of examples) assert.match(short(line, on, { language }), /^[a-z]+ [a-z_]+ [a-z]+$/, line);
    }
  }
});

test('a family of several kinds asks which, unless a drag draws one of them', () => {
  assert.equal(short('bid apoya a la policía'), 'asks verb');
  assert.equal(short('bid > + > pn'), 'asks verb');
  assert.equal(short('bid apoya a la policía', [], { button: { id: 'support', kinds: ['training', 'funding'] } }), 'bid training pn');
});

test('a chain is several links', () => {
  assert.equal(short('ffaa > manda > pmop > supervisa > pn'), 'ffaa command pmop, pmop ov_executive pn');
});

test('what works is said at the end, and a comma in a name is none of it', () => {
  assert.equal(short('congreso > supervisa > pmop: a medias'), 'congreso ov_parliament pmop weak');
  assert.equal(short('congreso supervisa pmop, weak'), 'congreso ov_parliament pmop weak');
  assert.equal(short('congreso supervisa pmop ½'), 'congreso ov_parliament pmop weak');
  assert.equal(short('congreso supervisa pmop (hace falta)'), 'congreso ov_parliament pmop missing');
  assert.equal(short('ffaa > supervisa > Secretaría de Trabajo, Familia'), 'ffaa ov_executive x-secretariadetrabajofamilia');
  assert.equal(practiceIn('2', vocabulary.scales.practice), 'weak');
  assert.equal(practiceIn('poco', vocabulary.scales.practice, { weak: 'débil, poco' }), 'weak');
  assert.deepEqual(withoutPractice('Mesa de Tela, Atlántida', vocabulary.scales.practice), ['Mesa de Tela, Atlántida', null]);
});

test('a name with a verb in it stays a name', () => {
  for (const line of ['Comisión que supervisa a la policía', 'Unidad de control', 'Red de apoyo a la policía nacional', 'Fuerza de Tarea que manda la policía']) assert.equal(short(line), `name ${line}`);
});

test('a name of the map stays whole, with its arrow or its verb', () => {
  const there = [own('Comisión > vigila'), own('Mesa supervisa todo')];
  assert.equal(short('Comisión > vigila', there), 'name Comisión > vigila');
  assert.equal(short('ffaa > manda > Comisión > vigila', there), 'ffaa command x-Comisión > vigila');
  assert.equal(short('Mesa supervisa todo', there), 'name Mesa supervisa todo');
});

test('an actor that nobody knows makes a sentence doubtful; with an arrow it is certain', () => {
  assert.equal(readerOf().read('Mesa de mujeres supervisa pn').doubtful, true);
  assert.ok(!readerOf().read('congreso supervisa Mesa de mujeres').doubtful);
  assert.equal(short('Mesa de mujeres > supervisa > pn'), 'x-mesademujeres ov_civil pn');
});

test('what is unclear is asked for, in its order', () => {
  assert.equal(short('militares > supervisa > pn'), 'asks source militares');
  assert.equal(short('congreso > supervisa > trib'), 'asks target trib');
  assert.equal(short('Juan Pérez supervisa pn'), 'asks source Juan Pérez');
  assert.equal(short('mp > supervsa > pn'), 'asks verb supervsa');
  assert.equal(short('pn > supervisa > policía'), 'asks same');
});

test('an answer holds for the line', () => {
  const answers = new Map([['militares', { id: 'pmop' }], ['juanperez', { own: 'Juan Pérez' }]]);
  assert.equal(short('militares > manda > Juan Pérez', [], { answers }), 'pmop command x-juanperez');
});

test('a closed kind is no verb that draws, and nobody is named after it', () => {
  assert.equal(planned('ffaa tiene connivencia con pn').question.meaning.closed.id, 'collusion');
  assert.equal(short('ffaa > colludes with > pn', [], { sensitive: true }), 'ffaa collusion pn');
});

test('a name alone goes on with the sentence before; a sentence of its own does not', () => {
  const prior = { source: 'congreso', verb: { id: 'command', kinds: ['command'], letter: 'A' } };
  assert.equal(short('inp', ['congreso'], { prior }), 'congreso command inp');
  assert.equal(short('+ inp', ['congreso'], { prior }), 'congreso command inp');
  assert.equal(short('> inp: weak', ['congreso'], { prior }), 'congreso command inp weak');
  assert.equal(short('mp remite tribunales', ['congreso'], { prior }), 'mp referral tribunales');
  assert.equal(short(': a medias', ['congreso'], { prior }), 'practice weak');
  assert.equal(short('congreso', ['congreso'], { prior }), 'name congreso'); // nobody acts on itself
  assert.equal(short('inp', ['congreso']), 'name inp');
});

test('a sentence whose verb nobody knows is asked about, and goes on with nothing', () => {
  const prior = { source: 'bid', verb: { id: 'cooperation', kinds: ['cooperation'], letter: 'C' } }, on = ['bid', 'pn', 'pmop'];
  assert.equal(short('policía militar en pugna con pn', on, { prior }), 'asks verb en pugna');
  assert.equal(short('pmop no obedece a congreso, bloqueado', on, { prior }), 'asks verb no obedece');
  assert.equal(short('congreso de mujeres policía', on, { prior }), 'bid cooperation x-congresodemujerespolicia'); // one name
  assert.equal(short('fiscalía y policía militar', on, { prior }), 'asks target fiscalía y policía militar'); // one name, and no verb
});

test('a link that is there is not drawn twice; the same the other way round is another', () => {
  const links = [{ id: 'k-1', kind: 'referral', source: 'mp', target: 'tribunales' }, { id: 'k-2', kind: 'cooperation', source: 'bid', target: 'pn' }];
  const there = ['mp', 'tribunales', 'bid', 'pn'];
  assert.equal(planned('mp remite tribunales', there, { links }).links[0].there, 'k-1');
  assert.equal(planned('tribunales remite mp', there, { links }).links[0].there, null);
  assert.equal(planned('pn coordina con bid', there, { links }).links[0].there, 'k-2'); // it has no direction
});

test('the preview says the sentence as it will stand, and what comes with it', () => {
  const t = translator({ 'canvas.works': '¿Funciona?', 'typing.adds.one': 'se agrega un actor', 'typing.adds.many': 'se agregan {n} actores', 'typing.as_own': '{name}: propio', 'typing.there': 'ya está' }, 'es');
  const said = (text, there, options) => {
    const plan = planned(text, there, options);
    return previewText(sentencesOf(plan, vocabulary, 'es'), notesOf(plan, vocabulary, t));
  };
  assert.equal(said('congreso > supervisa > pmop: a medias'), 'Congreso Nacional supervisa a la Policía Militar · ¿Funciona? a medias · se agregan 2 actores');
  assert.equal(said('congreso supervisa', ['congreso']), 'Congreso Nacional supervisa a …');
  assert.equal(said('congreso > supervisa > militares', ['congreso']), 'Congreso Nacional supervisa a «militares»');
  assert.equal(said('mp remite tribunales', ['mp', 'tribunales'], { links: [{ id: 'k-1', kind: 'referral', source: 'mp', target: 'tribunales' }] }), 'Ministerio Público remite casos a los Tribunales penales · ya está');
});

test('verbs are offered after an actor, actors after a verb', () => {
  const offered = (text, there) => {
    const reader = readerOf(there), reading = reader.read(text);
    return rowsOf(reading, reading.as === 'sentence' ? planned(text, there) : null, reader).map((row) => (row.as === 'verb' ? row.choice.family ?? row.choice.id : row.id ?? row.as));
  };
  assert.deepEqual(offered('congreso ', ['congreso']).slice(0, 2), ['oversight', 'command']);
  assert.deepEqual(offered('congreso re', ['congreso']), ['referral', 'own']);
  assert.deepEqual(offered('congreso > ', ['congreso']).slice(0, 1), ['oversight']);
  assert.deepEqual(offered('congreso supervisa ', ['congreso', 'pn']), ['pn']); // whom there is, but not itself
  assert.deepEqual(offered('congreso supervisa trib', ['congreso']), ['tribunales', 'tsc', 'own']);
  assert.ok(!offered('congreso ', ['congreso']).includes('collusion'));
});

test('a chosen word is written where it is being typed', () => {
  const at = (text, there = []) => readerOf(there).read(text);
  assert.equal(written('congreso supervisa a trib', at('congreso supervisa a trib'), 'Tribunales penales'), 'congreso supervisa a Tribunales penales');
  assert.equal(written('congreso > supervisa > trib: a medias', at('congreso > supervisa > trib: a medias'), 'Tribunales penales'), 'congreso > supervisa > Tribunales penales: a medias');
  assert.equal(written('congreso supervisa ', at('congreso supervisa '), 'INP'), 'congreso supervisa INP');
  assert.equal(written('ffaa>mpm', at('ffaa>mpm', ['pmop', 'ffaa']), 'Policía Militar'), 'ffaa>m > Policía Militar');
  assert.equal(withAnswer('pn>rempol', { text: 'pol', slot: 'target' }, 'Policía Militar', 'rempol'), 'pn>rem > Policía Militar');
  assert.equal(withVerb('congreso su', at('congreso su'), 'supervisa a'), 'congreso supervisa a ');
  assert.equal(withVerb('congreso -> su', at('congreso -> su'), 'supervisa a'), 'congreso > supervisa a > ');
  assert.equal(withVerb('congreso ', at('congreso '), 'manda a'), 'congreso manda a ');
});

test('what stands in angle brackets is a name, an arrow beside it an arrow', () => {
  assert.equal(readerOf([]).read('<img src=x onerror="a=1">').as, 'name');
  assert.equal(readerOf([]).read('<b>Mesa</b>').as, 'name');
  assert.equal(readerOf(['pn']).read('<b>Mesa</b> > pn').as, 'sentence');
  assert.equal(readerOf(['congreso', 'pn']).read('congreso>pn').as, 'sentence');
});
