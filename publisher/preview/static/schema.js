// Which keys the schema knows at a line of a YAML file, by the indents above it.

export function schemaKeys(schema, text, row) {
  const path = pathAt(text.split("\n"), row);
  const shapes = path.reduce((known, step) => known.flatMap(shape => under(schema, shape, step)), [schema]);
  const found = new Map();
  for (const shape of shapes.flatMap(one => branches(schema, one))) {
    for (const [key, told] of Object.entries(shape.properties ?? {})) {
      if (!found.has(key)) found.set(key, { label: key, type: "property", apply: `${key}: `, info: told.description });
    }
  }
  return [...found.values()];
}

// The keys and lists that a line stands in, from the outside in; a list is "-".
function pathAt(lines, row) {
  const steps = [];
  let indent = column(lines[row] ?? "");
  if (/^\s*- /.test(lines[row] ?? "")) steps.unshift("-");
  for (let line = row - 1; line >= 0 && indent > 0; line -= 1) {
    const found = /^(\s*)((?:- )*)([\w-]+):(\s|$)/.exec(lines[line]);
    const dash = /^(\s*)- /.exec(lines[line]);
    if (dash && dash[1].length < indent && column(lines[line]) === indent) { steps.unshift("-"); indent = dash[1].length; if (indent === 0) indent = 0.5; continue; }
    if (found && column(lines[line]) < indent) { steps.unshift(found[3]); indent = column(lines[line]); if (found[2]) { steps.unshift("-"); indent = found[1].length || 0; } }
  }
  return steps;
}

const column = line => /^\s*(?:- )*/.exec(line)[0].length;

function branches(schema, shape) {
  if (!shape) return [];
  if (shape.$ref) return branches(schema, shape.$ref.split("/").slice(1).reduce((node, key) => node?.[key], schema));
  return [...(shape.anyOf ?? []), ...(shape.oneOf ?? [])].flatMap(one => branches(schema, one)).concat(shape);
}

function under(schema, shape, step) {
  return branches(schema, shape).flatMap(one => {
    const next = step === "-" ? one.items : one.properties?.[step] ?? (typeof one.additionalProperties === "object" ? one.additionalProperties : null);
    return next ? [next] : [];
  });
}
