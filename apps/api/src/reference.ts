type Schema = {
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  $ref?: string;
  items?: Schema;
  anyOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
};
type Operation = {
  summary?: string;
  tags?: string[];
  'x-may'?: string;
  parameters?: { name: string; in: string; required?: boolean; schema?: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses?: Record<string, unknown>;
};
type Document = {
  info: { title: string; description: string };
  paths: Record<string, Record<string, Operation>>;
};

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c);

function shape(schema: Schema | undefined): string {
  if (!schema) return 'anything';
  if (schema.$ref) return schema.$ref.split('/').at(-1) ?? '';
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' or ');
  if (schema.anyOf) return schema.anyOf.map(shape).join(' or ');
  if (schema.type === 'array') return `list of ${shape(schema.items)}`;
  return [schema.type ?? 'anything', schema.format].filter(Boolean).join(', ');
}

const row = (name: string, where: string, kind: string, needed: boolean) =>
  `<tr><td><code>${escaped(name)}</code></td><td>${where}</td><td>${escaped(kind)}</td><td>${needed ? 'needed' : ''}</td></tr>`;

function inputs(operation: Operation): string {
  const parameters = (operation.parameters ?? []).map((p) =>
    row(p.name, p.in, shape(p.schema), p.required ?? false),
  );
  const body = Object.values(operation.requestBody?.content ?? {})[0]?.schema;
  const fields = Object.entries(body?.properties ?? {}).map(([name, schema]) =>
    row(name, 'body', shape(schema), body?.required?.includes(name) ?? false),
  );
  const rows = [...parameters, ...fields];
  if (rows.length === 0) return '';
  return `<table><thead><tr><th>Input</th><th>Where</th><th>What</th><th></th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

const section = (path: string, method: string, operation: Operation) => `<section>
<h3><span class="method">${method.toUpperCase()}</span> <code>${escaped(path)}</code></h3>
<p>${escaped(operation.summary ?? '')}</p>
<p class="may">Who: ${escaped(operation['x-may'] ?? 'anyone')}. Answers: ${Object.keys(operation.responses ?? {}).join(', ')}.</p>
${inputs(operation)}</section>`;

/** The page at `/docs`: every endpoint with its input, in plain HTML that needs no script. */
export function renderReference(document: Document): string {
  const byTag = new Map<string, string[]>();
  for (const [path, operations] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(operations)) {
      const tag = operation.tags?.[0] ?? 'other';
      byTag.set(tag, [...(byTag.get(tag) ?? []), section(path, method, operation)]);
    }
  }
  const parts = [...byTag].map(
    ([tag, sections]) => `<h2 id="${tag}">${escaped(tag)}</h2>${sections.join('\n')}`,
  );
  const links = [...byTag.keys()].map((tag) => `<li><a href="#${tag}">${escaped(tag)}</a></li>`).join('');
  return `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escaped(document.info.title)}: the API</title><link rel="stylesheet" href="/docs.css"></head><body><main>
<h1>${escaped(document.info.title)}: the API</h1><p>${escaped(document.info.description)} As a document for machines: <a href="/openapi.json">openapi.json</a>.</p>
<nav aria-label="Parts"><ul>${links}</ul></nav>${parts.join('\n')}</main></body></html>`;
}
