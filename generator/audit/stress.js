'use strict';
// Writes a synthetic site with everything that strains pages: long names, wide
// tables, many items, every state of a meeting, every kind of series.
//
//   node stress.js FOLDER

const fs = require('fs');
const path = require('path');

const compound = 'helgenomsekventeringsevalueringsarbejdsgruppemøde';
const longName = 'Anna Margrethe Christiansdatter Mortensen-Abildgaardshøj, ledende overlæge og professor i sundhedsinformatik og genetik';
const longTitle = 'Drøftelse af arbejdsgruppens forslag til tværregional tilrettelæggelse af uddannelse, kvalitetssikring og daglig drift';
const sentence = 'Arbejdsgruppen drøftede forslaget og bad sekretariatet om at vende tilbage med en samlet plan for det videre arbejde. ';

const settings = `base = "https://example.org/"
language = "da"
title = "Eksempelmyndigheden"

[organisation]
name = "Eksempelmyndigheden for Prøver og Afprøvning"
short = "EPA"
address = ["Eksempelvej 1", "0000 Eksempelby"]
phone = "+45 00 00 00 00"
email = "kontakt@example.org"
web = "https://example.org/"

[accessibility]
url = "https://was.digst.dk/example-org"
phone = "+45 00 00 00 00"
email = "tilgaengelighed@example.org"
updated = 2026-03-01

${[['Referater', 'referater'], ['Emner', 'emner'], ['Tal', 'tal']].map(([title, page]) => `[[menu]]\ntitle = "${title}"\npage = "/${page}/"\n`).join('\n')}
[[footer]]
title = "Om webstedet"
page = "/om/"

[minutes]
folder = "referater"
title = "Referater"
[committees]
folder = "udvalg"
title = "Udvalg"
[subjects]
folder = "emner"
title = "Emner"
one = "Emne"
many = "emner"
lead = "Status for emnerne."
report = "Rapport"
[[subjects.stages]]
id = "foreligger"
title = "Rapport foreligger"
[counts]
folder = "tal"
title = "Tal"
headline = "tolv"

${[['Indstilling', 'proposal'], ['Referat', 'outcome'], ['Baggrund', 'case'], ['Videre proces', 'next'], ['Bilag', 'enclosure'], ['Proposal', 'proposal'], ['Minutes', 'outcome']]
    .map(([name, role]) => `[[sections]]\nname = "${name}"\nrole = "${role}"\n`).join('\n')}
${[['O', 'Orientering'], ['D', 'Drøftelse'], ['B', 'Beslutning']].map(([code, name]) => `[[kinds]]\ncode = "${code}"\nname = "${name}"\nalso = ["${name.toLowerCase()}"]\n`).join('\n')}
[[glossary]]
term = "EPA"
text = "Eksempelmyndigheden for Prøver og Afprøvning"
[[sources]]
title = "Kilden til tallene"
url = "https://example.com/tal"
[[phrases]]
lang = "en"
words = ["whole genome sequencing"]
`;

const front = (keys, body = '') => `+++\n${keys.trim()}\n+++\n\n${body}`;

const agenda = items => items.map(i => `[[agenda]]\nnumber = "${i.number}"\ntitle = "${i.title}"\n${i.more ?? ''}`).join('\n');

const item = (number, title, more = '', kind = 'orientering') => `## Pkt. ${number} ${title} (${kind}) v/Bo Eksempelsen\n\n### Indstilling\n\nDet indstilles, at arbejdsgruppen tager punkt ${number} til efterretning.\n\n### Referat\n\n${sentence.repeat(2)}\n\n${more}\n`;

const people = `
[[participants]]
name = "Bo Eksempelsen"
role = "formand"
organisation = "Region Eksempel"
chair = true
[[participants]]
name = "${longName}"
role = "ledende overlæge"
organisation = "Universitetshospitalet i Eksempelby, Afdelingen for ${compound}er"
specialty = "klinisk genetik"
nominated_by = "Selskabet for Eksempler i Medicinsk Genetik og Genomforskning"
[[participants]]
name = "Dorte Prøve"
nominated_by = "Patientforeningen Eksempel"
absent = true
note = "stedfortræder ikke udpeget"
[[participants]]
name = "Erik Afprøvning"
organisation = "Eksempelmyndigheden"
staff = true
`;

const wide = `| Region | ${Array.from({ length: 11 }, (_, i) => `${i + 1}. kvartalsopgørelse`).join(' | ')} |
|${' --- |'.repeat(12)}
${['Nord', 'Syd', 'Øst', 'Vest', 'Midt'].map((r, i) => `| Region ${r} | ${Array.from({ length: 11 }, (_, j) => (i + 1) * (j + 12)).join(' | ')} |`).join('\n')}
`;

const everything = `Et afsnit med *kursiv*, **fed**, ~~streget~~, \`kode\`, H<sub>2</sub>O, m<sup>2</sup> og [words in English]{lang=en}, og whole genome sequencing.[^1]

> Et citat på ${compound}et.
>
> Og et afsnit til.

1. Første
2. Andet
   - under andet
   - ${compound}
     - dybere

Begreb
: Forklaringen af begrebet.

${wide}
Se [siden om webstedet](../../om.md) og [referatet fra april](2025-04-02.md#punkt-1).

---

[^1]: En note med et [link til emnet](../../emner/lang-sammensaetning.md).
`;

function meetings() {
  const files = {};
  const many = Array.from({ length: 40 }, (_, i) => ({ number: String(i + 1), title: i === 6 ? longTitle : `Punkt om ${i === 9 ? compound : 'sag ' + (i + 1)}`, more: `kind = "${'ODB'[i % 3]}"\nminutes = ${5 + i}\npresenter = "${i === 6 ? longName : 'Bo Eksempelsen'}"\n` }));
  const decided = '::: beslutning\nDet blev besluttet at følge indstillingen.\n:::\n';
  const bodies = many.map((m, i) => item(m.number, m.title, i % 3 === 2 ? decided : i === 0 ? everything : '', ['orientering', 'drøftelse', 'beslutning'][i % 3]));
  files['referater/raadet/2025-03-04.md'] = front(`title = "Møde i ${compound}et om alle punkter"\nstate = "approved"\napproved = 2025-03-20\nstart = "09.00"\nend = "16.00"\nplace = "Eksempelsalen"\nchair = "Bo Eksempelsen"\nsecretary = "Erik Afprøvning"\nsummary = "Rådet gennemgik 40 punkter og traf 13 beslutninger."\n[record]\nunit = "EPA"\nofficer = "EA"\ncase = "1234567"\ndocument = "7654321"\ndate = 2025-03-05\n${people}\n${agenda(many)}`, bodies.join('\n'));

  const short = keys => front(`title = "Møde i Rådet"\n${keys}\n${people}\n${agenda([{ number: '1', title: 'Status for emnet Alfa' }])}`, item('1', 'Status for emnet Alfa', 'Emnet Alfa blev nævnt.'));
  files['referater/raadet/2025-04-02.md'] = short('state = "final"\n[[corrections]]\ndate = 2025-04-20\nwhat = "Antallet under punkt 1 er rettet fra 12 til 21."\nwhy = "Tastefejl."\nitem = "1"');
  files['referater/raadet/2025-04-02-2.md'] = short('state = "final"');
  files['referater/raadet/2025-05-06.md'] = front(`title = "Møde i Rådet"\nstate = "cancelled"\n${agenda([{ number: '0', title: 'Velkomst' }, { number: '1', title: longTitle }])}`);
  files['referater/raadet/2026-09-01.md'] = front(`title = "Møde i Rådet"\nstate = "planned"\nstart = "10.00"\nplace = "Microsoft Teams"\n${agenda([{ number: '1', title: 'Næste skridt', more: 'kind = "B"\nminutes = 30\n' }])}`);
  files['referater/raadet/2025-06-03.md'] = front('title = "Møde i Rådet"\nstate = "withdrawn"\nwithdrawn = 2025-07-01');
  files['referater/kladdeudvalget/2025-09-02.md'] = short('state = "draft"');
  files['referater/raadet/2025-10-07/index.md'] = front(`title = "Møde i Rådet med bilag og lukkede punkter"\nstate = "final"\n${people}\n[[attachments]]\nfile = "bilag.pdf"\ntitle = "Bilag 1.1: Oversigt over ${compound}er"\nitem = "1"\n[[attachments]]\nfile = "tal.csv"\ntitle = "Tal til mødet"\n${agenda([{ number: '1', title: 'Åbent punkt' }, { number: '2', title: 'Fortroligt', more: 'closed = true\n' }])}`, item('1', 'Åbent punkt', '![Kurve, der stiger fra 1 til 3](kurve.png)') + item('2', 'Fortroligt'));
  files['referater/raadet/2025-10-07/bilag.pdf'] = document('Et bilag', 240_000);
  files['referater/raadet/2025-10-07/tal.csv'] = 'a,b\n1,2\n';
  files['referater/raadet/2025-10-07/kurve.png'] = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
  files['referater/raadet/2025-11-04.md'] = front(`title = "Møde i Rådet om den årlige plan"\nstate = "final"\n${people}\n${agenda([{ number: '1', title: 'Den årlige plan' }])}`, item('1', 'Den årlige plan', (sentence.repeat(9) + '\n\n').repeat(12)));
  files['referater/raadet/2025-11-04-2.md'] = front(`title = "Meeting of the council on the annual plan"\nlang = "en"\nstate = "final"\ntranslation_of = "2025-11-04.md"\n${people}\n${agenda([{ number: '1', title: 'The annual plan' }])}`, '## Item 1 The annual plan\n\n### Proposal\n\nIt was proposed to adopt the plan.\n\n### Minutes\n\nThe council adopted the plan.\n');
  files['referater/det-nedlagte-udvalg/2024-02-01.md'] = short('state = "final"');
  files['udvalg/raadet.md'] = front(`title = "Rådet"\nchair = "Bo Eksempelsen"\nestablished = "forår 2024"\nterms = "https://example.com/kommissorium"\n[[members]]\nname = "${longName}"\nrole = "medlem"\n`, 'Rådet rådgiver om eksempler.\n');
  files['udvalg/det-lange-udvalg.md'] = front(`title = "Det rådgivende udvalg for ${compound}er og tværregional koordination af prøver, afprøvning og eksempler til brug ved test"\nshort = "Det lange udvalg"`, 'Udvalget har ikke holdt møder.\n');
  files['udvalg/kladdeudvalget.md'] = front('title = "Kladdeudvalget"\npublish_drafts = true', 'Udvalget offentliggør udkast.\n');
  files['udvalg/det-nedlagte-udvalg.md'] = front('title = "Det nedlagte udvalg"\nclosed = "ultimo 2024"\nsuccessor = "raadet"', 'Udvalget er afløst af Rådet.\n');
  return files;
}

// document is a PDF of one page, with blanks that make it so large.
function document(words, size) {
  const drawn = `BT /F 12 Tf 70 760 Td (${words}) Tj ET`;
  const objects = [
    '<</Type/Catalog/Pages 2 0 R/Lang(da)/MarkInfo<</Marked true>>/StructTreeRoot 6 0 R/ViewerPreferences<</DisplayDocTitle true>>>>',
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>',
    `<</Length ${drawn.length}>>stream\n${drawn}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
    '<</Type/StructTreeRoot>>',
    '<</Title(Bilag)>>',
  ];
  let text = '%PDF-1.7\n';
  let table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  objects.forEach((object, i) => {
    table += `${String(text.length).padStart(10, '0')} 00000 n \n`;
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
  });
  text += ' '.repeat(size);
  return `${text}${table}trailer<</Size ${objects.length + 1}/Root 1 0 R/Info 7 0 R>>\nstartxref\n${text.length}\n%%EOF\n`;
}

function subjects() {
  const source = 'source = "../referater/raadet/2025-04-02.md#punkt-1"';
  const plan = (order, period, due, more = '') => `order = ${order}\n[evaluation]\nperiod = "${period}"\n${source}\n[report]\ndue = "${due}"\n${source}\n${more}`;
  return {
    'emner/alfa.md': front(`title = "Alfa"\n${plan(1, 'medio marts 2025 - ultimo september 2025', 'oktober 2025')}\n[[milestones]]\ndate = "ultimo oktober 2025"\nstage = "foreligger"\ndone = true\n${source}`),
    'emner/beta.md': front(`title = "Beta"\n${plan(2, 'primo januar 2025 - medio august 2025', 'december 2025', 'joint_with = ["gamma"]')}`),
    'emner/gamma.md': front(`title = "Gamma"\n${plan(3, 'primo januar 2025 - medio august 2025', 'december 2025', 'joint_with = ["beta"]')}`),
    'emner/lang-sammensaetning.md': front(`title = "${compound[0].toUpperCase() + compound.slice(1)}"\norder = 4\n[[aliases]]\nname = "Whole genome sequencing evaluation working group meeting"\nlang = "en"\ndate = "2025"\n${source}`),
    'emner/aldrig-naevnt.md': front('title = "Emnet, som aldrig er nævnt"\norder = 5'),
    'emner/langt-navn.md': front(`title = "Sjældne og komplekse tilstande hos børn, unge og voksne, som kræver tværfaglig udredning på højt specialiseret niveau i regionerne"\norder = 6`),
  };
}

// months writes a series of n months; change may leave a month out or alter its row.
function months(n, change = () => {}) {
  const lines = ['date,value,status,source,note'];
  for (let i = 0; i < n; i++) {
    const end = new Date(Date.UTC(2006, i + 1, 0)).toISOString().slice(0, 10);
    const row = { date: end, value: 1000 + i * 37 + (i % 7) * 11, status: 'final' };
    if (change(row, i) !== false) lines.push(`${row.date},${row.value},${row.status},https://example.com/tal,${row.note ?? ''}`);
  }
  return lines.join('\n') + '\n';
}

function counts() {
  const files = {};
  const put = (id, title, table) => {
    files[`tal/${id}.toml`] = `title = "${title}"\nunit = "prøver"\ndefinition = "Antallet af prøver."\ncadence = "månedligt"\nabout = "Tallene er opdigtede."\n`;
    files[`tal/${id}.csv`] = table;
  };
  put('et', 'Et enkelt tal', months(1));
  put('to', 'To tal', months(2, (row, i) => { if (i === 1) row.status = 'other'; }));
  put('tolv', 'Tolv tal, de to sidste foreløbige', months(12, (row, i) => { if (i > 9) row.status = 'provisional'; }));
  put('huller', 'Tal med huller, nuller og tal fra andre', months(20, (row, i) => {
    if ([5, 6, 12].includes(i)) return false;
    if (i < 3) row.value = 0;
    if (i === 9) Object.assign(row, { status: 'other', note: 'Aflæst på en skærm.' });
  }));
  put('ti-aar', 'Tal for ti år', months(120));
  put('tyve-aar', 'Tal for tyve år', months(240, (row, i) => { row.value *= 1000; if (i === 100) return false; if (i > 236) row.status = 'provisional'; }));
  return files;
}

const pages = {
  'index.md': front('title = "Referater, emner og tal"\ndescription = "Et opdigtet websted til prøver."'),
  '404.md': front('title = "Siden findes ikke"', 'Adressen kan være skrevet forkert.\n'),
  'om.md': front('title = "Om webstedet"', `## ${longTitle}\n\n${everything.replaceAll('../../', '').replace('(2025-04-02.md', '(referater/raadet/2025-04-02.md')}`),
};

function write(folder) {
  const files = { 'site.toml': settings };
  for (const [name, content] of Object.entries({ ...pages, ...meetings(), ...subjects(), ...counts() })) files['content/' + name] = content;
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, content);
  }
}

if (require.main === module) write(process.argv[2]);

module.exports = { write };
