import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { createHost } from '../../src/workbench/host';
import { createEngine } from '../../src/workbench/host/headless/univer-engine';
import { must, type FuzzPart } from '../part';

/** Names of the members of each type's file, as they stand in the sources: the list cannot fall behind. */
const OBJECTS = 'src/workbench/host/objects';
const MEMBERS = new Map(
  readdirSync(OBJECTS).map((file) => [
    file.replace('.ts', ''),
    [...readFileSync(join(OBJECTS, file), 'utf8').matchAll(/^ {4}([A-Z_]\w*):/gmu)].map(([, name = '']) => name),
  ]),
);
const every = [...MEMBERS.values()].flat();
const CODES = new Set([
  'ItemNotFound', 'ItemAlreadyExists', 'InvalidArgument', 'InvalidReference', 'AccessDenied', 'InvalidOperation',
  'InvalidOperationInCellEditMode', 'RequestPayloadSizeLimitExceeded', 'ResponsePayloadSizeLimitExceeded',
  'GeneralException', 'NotImplemented',
]); // prettier-ignore

/** Objects that every batch can name, with the file of their type: [type, parent, path type, name, arguments]. */
const FIXED: readonly (readonly [
  type: string,
  parent: number,
  pathType: number,
  name: string,
  given: readonly unknown[],
])[] = [
  ['workbook', 0, 1, '', []],
  ['worksheet-collection', 1, 4, 'Worksheets', []],
  ['worksheet', 2, 5, '', ['Sheet1']],
  ['range', 3, 3, 'GetRange', ['A1:C4']],
  ['range-format', 4, 4, 'Format', []],
  ['range-font', 5, 4, 'Font', []],
  ['range-fill', 5, 4, 'Fill', []],
  ['range-borders', 5, 4, 'Borders', []],
  ['data-validation', 4, 4, 'DataValidation', []],
  ['conditional-format', 4, 4, 'ConditionalFormats', []],
  ['chart-collection', 3, 4, 'Charts', []],
  ['page-layout', 3, 4, 'PageLayout', []],
  ['worksheet-protection', 3, 4, 'Protection', []],
  ['named-item', 1, 4, 'Names', []],
  ['setting', 1, 4, 'Settings', []],
  ['custom-xml-part', 1, 4, 'CustomXmlParts', []],
  ['application', 1, 4, 'Application', []],
  ['freeze-panes', 3, 4, 'FreezePanes', []],
];

const scalar = fc.oneof(
  fc.constantFrom<unknown>(
    null, true, false, 0, 1, 2, -1, 0.5, 1e9, '', 'A1', 'B2:D9', 'A:A', '3:5', 'A0', 'XFE1', 'Sheet1', 'Sheet1!A1', '不存在', 'Down', 'Right', 'Up',
    '=SUM(A1:A3)', '=A1', "'01", '<a xmlns="u"/>', '<a', '#FF0000', 'red', 'General', 'yyyy-m-d', 'All', 'Contents', 'ColumnClustered',
  ), // prettier-ignore
  fc.string({ maxLength: 4 }),
  fc.integer({ min: -3, max: 40 }),
);
const given = fc.oneof(
  { weight: 5, arbitrary: scalar },
  { weight: 1, arbitrary: fc.array(scalar, { maxLength: 3 }) },
  { weight: 2, arbitrary: fc.array(fc.array(scalar, { minLength: 3, maxLength: 3 }), { minLength: 4, maxLength: 4 }) },
  {
    weight: 2,
    arbitrary: fc.dictionary(
      fc.constantFrom('formula1', 'list', 'source', 'address', 'allowInsertRows', 'format', 'rowHidden'),
      scalar,
    ),
  },
);
const info = fc.tuple(fc.array(given, { maxLength: 4 }), fc.option(fc.nat(FIXED.length + 6))).map(([args, object]) => ({
  Arguments: object === null ? args : [null, ...args],
  ...(object === null ? {} : { ReferencedObjectPathIds: [object, ...args.map(() => null)] }),
}));

function namesOf(path: number): fc.Arbitrary<string> {
  const own = MEMBERS.get(FIXED[path - 1]?.[0] ?? '') ?? [];
  return own.length > 0
    ? fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...own) }, fc.constantFrom(...every))
    : fc.constantFrom(...every);
}

const target = fc.integer({ min: 1, max: FIXED.length + 6 });
const extraPath = target.chain((parent) =>
  fc.record({
    parent: fc.constant(parent),
    pathType: fc.constantFrom(3, 3, 4, 4, 5, 6, 7, 99),
    name: namesOf(parent),
    info,
  }),
);
const action = target.chain((path) =>
  fc.record({
    path: fc.constant(path),
    type: fc.constantFrom(1, 2, 2, 3, 3, 3, 4, 4, 4, 5, 99),
    name: namesOf(path),
    info,
    select: fc.option(fc.array(namesOf(path), { maxLength: 3 })),
  }),
);

const batch = fc
  .tuple(fc.array(extraPath, { maxLength: 6 }), fc.array(action, { minLength: 1, maxLength: 8 }))
  .map(([extra, actions]) => {
    const fixed = FIXED.map(([, ParentObjectPathId, ObjectPathType, Name, Arguments], i) => ({
      Id: i + 1,
      ParentObjectPathId,
      ObjectPathType,
      Name,
      ArgumentInfo: { Arguments },
    }));
    const more = extra.map(({ parent, pathType, name, info: ArgumentInfo }, i) => ({
      Id: fixed.length + i + 1,
      ParentObjectPathId: parent,
      ObjectPathType: pathType,
      Name: name,
      ArgumentInfo,
    }));
    return {
      ObjectPaths: Object.fromEntries([...fixed, ...more].map((path) => [path.Id, path])),
      Actions: actions.map(({ path, type, name, info: ArgumentInfo, select }, i) => ({
        Id: i + 1,
        ActionType: type,
        Name: name,
        ObjectPathId: path,
        ArgumentInfo,
        ...(select ? { QueryInfo: { Select: select.map((one) => one.charAt(0).toLowerCase() + one.slice(1)) } } : {}),
      })),
    };
  });
const body = fc.oneof(
  { weight: 20, arbitrary: batch.map((one) => JSON.stringify(one)) },
  { weight: 1, arbitrary: fc.json({ maxDepth: 2 }) },
  fc.constantFrom('', '{', 'null', '{"Actions":[{}]}', '{"Actions":1,"ObjectPaths":[]}'),
);

const CONTROL = JSON.stringify({
  ObjectPaths: {
    1: { Id: 1, ObjectPathType: 1, Name: '' },
    2: { Id: 2, ObjectPathType: 4, Name: 'Worksheets', ParentObjectPathId: 1 },
  },
  Actions: [{ Id: 1, ActionType: 2, Name: '', ObjectPathId: 2, QueryInfo: { Select: ['name'] } }],
});

/** Whatever a client sends, the host answers with results or an error code, and goes on to serve. */
export const officeHost: FuzzPart = {
  name: 'office-host',
  property: () =>
    fc.asyncProperty(fc.array(body, { minLength: 1, maxLength: 6 }), async (bodies) => {
      const engine = createEngine();
      const host = createHost(engine);
      try {
        for (const each of bodies) {
          const answer = await host.execute(each);
          must([200, 400, 404].includes(answer.HttpStatusCode), `status ${answer.HttpStatusCode}`);
          const code = answer.Body?.Error?.Code ?? answer.ErrorCode;
          must(code === '' || CODES.has(code), `error code ${code}`);
          const message = answer.Body?.Error?.Message ?? '';
          must(
            !/TypeError|Cannot read|is not a function|RangeError|undefined/u.test(message),
            `fell over inside: ${message}`,
          );
          JSON.stringify(answer);
        }
        const after = await host.execute(CONTROL);
        must(after.HttpStatusCode === 200, `does not serve any more: ${after.Body?.Error?.Message ?? ''}`);
      } finally {
        host.dispose();
        engine.dispose();
      }
    }),
};
