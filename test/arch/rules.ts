/** @file The layer rules. Each takes all sources and returns its offences as `path:line message`. */
import ts from 'typescript';
import { DETERMINISTIC, EXACT_MATH, IMPURE, LAYERS, MAX_LINES, PACKAGES } from './layers.ts';
import { type Import, layerOf, lineOf, type Source, walk } from './source.ts';

type Rule = (sources: readonly Source[]) => string[];

export const everyFileHasALayer: Rule = (sources) =>
  sources
    .filter(({ layer }) => !layer || !LAYERS[layer])
    .map(({ path }) => `${path}:1 lies in no folder that layers.ts knows`);

export const importsFollowTheLayers: Rule = (sources) =>
  eachImport(sources, ({ layer }, { file, typeOnly }) => {
    if (!file || !layer) return undefined;
    const target = layerOf(file);
    if (target === layer) return undefined;
    const { uses = [], types = [] } = LAYERS[layer] ?? {};
    if (!target) return `${layer} may not import ${file}, which is in no layer`;
    if (uses.includes(target) || (typeOnly && types.includes(target))) return undefined;
    return types.includes(target)
      ? `${layer} may import only types of ${target}`
      : `${layer} may not import ${target}`;
  });

export const packagesStayInTheirLayers: Rule = (sources) =>
  eachImport(sources, ({ layer = '' }, { file, specifier }) => {
    const limit = file ? undefined : PACKAGES.find(({ name }) => name.test(specifier));
    return limit && !limit.only.includes(layer) ? `${layer} may not import ${specifier}` : undefined;
  });

export const importsNameTheFile: Rule = (sources) =>
  eachImport(sources, (_, { file, specifier }) =>
    file && !/\.\w+$/.test(file) ? `'${specifier}' lacks its extension` : undefined,
  );

/** Types count too: two files that need each other's types are one file, or want a third. */
export const noCycles: Rule = (sources) => {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const finished = new Set<string>();
  const trail: string[] = [];
  const offences: string[] = [];
  const visit = (source: Source): void => {
    trail.push(source.path);
    for (const { file, line } of source.imports) {
      const target = file === undefined ? undefined : byPath.get(file);
      if (!target || finished.has(target.path)) continue;
      const start = trail.indexOf(target.path);
      if (start < 0) visit(target);
      else offences.push(`${source.path}:${line} closes ${[...trail.slice(start), target.path].join(' > ')}`);
    }
    trail.pop();
    finished.add(source.path);
  };
  for (const source of sources) if (!finished.has(source.path)) visit(source);
  return offences;
};

export const noDefaultExports: Rule = (sources) =>
  eachNode(sources, (node) => {
    const isDefault =
      (ts.isExportAssignment(node) && !node.isExportEquals) ||
      (ts.isExportSpecifier(node) && node.name.text === 'default') ||
      node.kind === ts.SyntaxKind.DefaultKeyword;
    return isDefault && !ts.isDefaultClause(node) ? 'exports by default; give it a name' : undefined;
  });

export const filesStayShort: Rule = (sources) =>
  sources
    .filter(({ lineCount }) => lineCount > MAX_LINES)
    .map(({ path, lineCount }) => `${path}:${lineCount} is longer than ${MAX_LINES} lines`);

export const coreIsPure: Rule = (sources) =>
  sources.filter(inCore).flatMap((source) => {
    const own = declaredNames(source.tree);
    return eachNode([source], (node) => {
      if (mathMember(node) === 'random') return 'draws from Math.random; use the seeded streams of core/math';
      if (!ts.isIdentifier(node) || !IMPURE.has(node.text) || own.has(node.text) || isMemberName(node))
        return;
      return `reads ${node.text}; core has no clock, no page and no network`;
    });
  });

export const deterministicMath: Rule = (sources) =>
  eachNode(
    sources.filter(({ layer = '' }) => DETERMINISTIC.includes(layer)),
    (node) => {
      if (isPower(node)) return 'uses **, which engines may round differently; multiply, or use core/math';
      if (!ts.isIdentifier(node) || node.text !== 'Math' || isMemberName(node)) return undefined;
      const member = mathMember(node.parent);
      if (member !== undefined && EXACT_MATH.has(member)) return undefined;
      return `uses Math.${member ?? ' as a value'}, which engines may round differently; use core/math`;
    },
  );

function inCore({ layer = '' }: Source): boolean {
  return layer.startsWith('core/');
}

function eachImport(
  sources: readonly Source[],
  judge: (source: Source, found: Import) => string | undefined,
): string[] {
  return sources.flatMap((source) =>
    source.imports.flatMap((found) => {
      const offence = judge(source, found);
      return offence ? [`${source.path}:${found.line} ${offence}`] : [];
    }),
  );
}

function eachNode(sources: readonly Source[], judge: (node: ts.Node) => string | undefined): string[] {
  const offences: string[] = [];
  for (const { path, tree } of sources) {
    walk(tree, (node) => {
      const offence = judge(node);
      if (offence) offences.push(`${path}:${lineOf(tree, node)} ${offence}`);
    });
  }
  return offences;
}

/** `sin` for the node `Math.sin`. */
function mathMember(node: ts.Node): string | undefined {
  const isMath =
    ts.isPropertyAccessExpression(node) &&
    ts.isIdentifier(node.expression) &&
    node.expression.text === 'Math';
  return isMath ? node.name.text : undefined;
}

function isPower(node: ts.Node): boolean {
  return (
    node.kind === ts.SyntaxKind.AsteriskAsteriskToken ||
    node.kind === ts.SyntaxKind.AsteriskAsteriskEqualsToken
  );
}

/** True for the `window` of `analysis.window`, `{ window: 3 }` and `interface { window: number }`. */
function isMemberName(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.name === node;
  if (ts.isQualifiedName(parent)) return parent.right === node;
  if (ts.isBindingElement(parent)) return parent.propertyName === node;
  return (
    (ts.isPropertyAssignment(parent) ||
      ts.isPropertySignature(parent) ||
      ts.isPropertyDeclaration(parent) ||
      ts.isMethodSignature(parent) ||
      ts.isMethodDeclaration(parent)) &&
    parent.name === node
  );
}

/** What a file declares itself is not the global of that name: an apodisation `window` is fine. */
function declaredNames(tree: ts.SourceFile): ReadonlySet<string> {
  const names = new Set<string>();
  walk(tree, (node) => {
    const declares =
      ts.isVariableDeclaration(node) ||
      ts.isParameter(node) ||
      ts.isBindingElement(node) ||
      ts.isFunctionDeclaration(node) ||
      ts.isImportSpecifier(node);
    if (declares && node.name && ts.isIdentifier(node.name)) names.add(node.name.text);
  });
  return names;
}
