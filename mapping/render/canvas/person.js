// Does a typed name look like a person's? Organisations and roles go on a map, persons do not. Pure.
import { fold } from './names.js';
import { GIVEN } from './given_names.js';

const TITLES = new Set(
  'sr sra srta senor senora senorita don dona lic licda licenciado licenciada ing ingeniero dr dra doctor doctora abg abogado abogada mr mrs ms miss mister sir cnel tte sgto'
    .split(' '),
);
// Words of institutions: with one of them, a name like "Fundación Juan Pablo II" is no person.
const INSTITUTIONS = new Set(
  `fundacion asociacion instituto universidad comision comite consejo ministerio secretaria direccion policia fiscalia
  juzgado tribunal corte centro colegio escuela red foro movimiento sindicato federacion camara empresa banco iglesia
  parroquia diocesis hospital carcel municipalidad alcaldia patronato oficina unidad fuerza batallon defensoria gobierno
  congreso partido radio diario canal fondo proyecto programa mesa junta cooperativa liga alianza observatorio casa
  foundation association institute university commission committee council ministry office unit court police church
  school network forum movement union federation chamber company bank party radio newspaper fund project programme board
  group grupo agency agencia embassy embajada department departamento clinic clinica shelter prison presidency presidencia
  cabildo comunidad community pastoral caritas barrio colonia aldea mancomunidad`.split(/\s+/),
);
const JOINING = new Set(['de', 'del', 'la', 'las', 'los', 'y', 'e', 'da', 'van', 'von']);
const SAINTS = new Set(['san', 'santa', 'santo', 'saint', 'st']);

/** Whether a text looks like the name of a person: a title before a name, or a given name before a surname. */
export function looksLikePerson(text) {
  const written = text.trim().split(/\s+/).filter(Boolean);
  const words = written.map(fold);
  if (words.length < 2 || words.length > 6 || words.some((w) => INSTITUTIONS.has(w)) || words.some((w) => /\d/.test(w))) return false;
  if (SAINTS.has(words[0])) return false;
  const isName = (i) => words[i].length > 1 && !JOINING.has(words[i]) && written[i].toUpperCase() !== written[i];
  if (TITLES.has(words[0])) return words.slice(1).some((w, i) => isName(i + 1));
  if (!GIVEN.has(words[0])) return false;
  const rest = words.slice(1).filter((w) => !JOINING.has(w));
  return rest.length >= 1 && rest.length <= 3 && rest.every((w) => /^\p{L}+$/u.test(w));
}
