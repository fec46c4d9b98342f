// What httpYac reads in texts of .http files: {"texts": [{"text": …, "index": N, "line": …, "was": …}]}
// from the file that is named becomes [{"count", "mine", "others", "othersTold", "values"}] on standard
// output, in their order. A definition that reads "line" is told as "was", or not at all if that is null,
// and its value is among "values". Called by tst_httpyac_meaning with the folder of the package; sends
// nothing and runs no script.
'use strict';
const fs = require('fs');
const path = require('path');
const crypto = require('crypto');
const [package_, jobs] = process.argv.slice(2);
const yac = require(package_);

Object.assign(yac.io.fileProvider, {
  EOL: '\n',
  isAbsolute: async file => path.isAbsolute(file),
  dirname: file => path.dirname(file),
  joinPath: (folder, file) => path.join(folder, file),
  exists: async () => false,
  hasExtension: (file, ...endings) => endings.some(ending => file.endsWith(ending)),
  readFile: async () => '',
  readBuffer: async () => Buffer.alloc(0),
  readdir: async () => [],
});

// Scripts and variables of a region.
function toldBy(region, edit) {
  const told = [];
  const walk = symbol => {
    for (const child of symbol.children || []) {
      if (child.kind === 'variableDefinition') {
        const edited = child.source === edit.line;
        if (edited)
          edit.values.push(child.description);
        if (!edited || edit.was !== null)
          told.push([child.kind, edited ? edit.was : child.source]);
      } else if (child.kind === 'script' || child.name === 'responseRef') {
        told.push([child.kind, child.source || child.name, child.description]);
      }
      walk(child);
    }
  };
  walk(region.symbol);
  return told;
}

// Everything of a region but where it stands.
function meaning(region, everywhere, edit) {
  const request = region.request;
  const body = request.body;
  const part = one => typeof one === 'function' ? '<file>' : String(one);
  return {
    method: request.method,
    url: String(request.url).trim(),
    headers: request.headers || {},
    body: Array.isArray(body) ? body.map(part).join('\u0000') : body === undefined ? null : part(body),
    meta: region.metaData,
    told: [...everywhere, ...toldBy(region, edit)],
  };
}

async function read(text, edit) {
  const store = new yac.store.HttpFileStore();
  const file = await store.getOrCreate('/nowhere/a.http', async () => text, 0,
                                       {workingDir: '/nowhere', config: {}});
  // What stands in a part without a request holds for all of them.
  const everywhere = file.httpRegions.filter(region => !region.request)
    .flatMap(region => toldBy(region, edit));
  return file.httpRegions.filter(region => region.request)
    .map(region => meaning(region, everywhere, edit));
}

(async () => {
  const results = [];
  for (const {text, index, line, was} of JSON.parse(fs.readFileSync(jobs, 'utf8')).texts) {
    const edit = {line, was, values: []};
    const regions = await read(text, edit);
    const mine = regions.splice(index, 1)[0] || null;
    const hash = value => crypto.createHash('sha256').update(JSON.stringify(value)).digest('hex');
    results.push({
      count: regions.length + (mine ? 1 : 0),
      mine,
      others: hash(regions.map(({told, ...rest}) => rest)),
      othersTold: hash(regions.map(region => region.told)),
      values: edit.values,
    });
  }
  fs.writeSync(1, JSON.stringify(results));
})().catch(error => {
  console.error(String(error && error.stack || error).slice(-2000));
  process.exit(1);
});
