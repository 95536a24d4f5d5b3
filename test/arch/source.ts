/** @file Reads a TypeScript file into what the layer rules judge: its layer, its imports, its syntax tree. */
import path from 'node:path';
import ts from 'typescript';

export interface Import {
  /** As written. */
  readonly specifier: string;
  /** The repository path it names, without a `?query`; undefined for a package. */
  readonly file: string | undefined;
  /** True if nothing of it is left at run time. */
  readonly typeOnly: boolean;
  readonly line: number;
}

export interface Source {
  /** Relative to the repository, with forward slashes. */
  readonly path: string;
  readonly layer: string | undefined;
  readonly lineCount: number;
  readonly imports: readonly Import[];
  readonly tree: ts.SourceFile;
}

/** `core/math` for src/core/math/..., `viewer` for src/viewer/..., `workers`, `assets/cases` (data that core imports);
 *  undefined for a file in none of them. */
export function layerOf(file: string): string | undefined {
  return (
    /^src\/(core\/[^/]+|(?!core\/)[^/]+)\//.exec(file)?.[1] ?? /^(workers|assets\/cases)\//.exec(file)?.[1]
  );
}

export function parse(file: string, text: string): Source {
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const imports: Import[] = [];
  walk(tree, (node) => {
    const reference = moduleReference(node);
    if (!reference) return;
    const { specifier, typeOnly } = reference;
    const relative = specifier.startsWith('.');
    const target = path.posix.join(path.posix.dirname(file), specifier.replace(/\?.*$/, ''));
    imports.push({ specifier, file: relative ? target : undefined, typeOnly, line: lineOf(tree, node) });
  });
  return { path: file, layer: layerOf(file), lineCount: text.trimEnd().split('\n').length, imports, tree };
}

export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}

export function lineOf(tree: ts.SourceFile, node: ts.Node): number {
  return tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1;
}

/** What `import`, `export ... from`, `import()` and the type `import('...')` name. */
function moduleReference(node: ts.Node): { specifier: string; typeOnly: boolean } | undefined {
  if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
    return { specifier: node.moduleSpecifier.text, typeOnly: isTypeOnly(node.importClause) };
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
    return {
      specifier: node.moduleSpecifier.text,
      typeOnly: node.isTypeOnly || onlyTypes(node.exportClause),
    };
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    const [name] = node.arguments;
    return name && ts.isStringLiteralLike(name) ? { specifier: name.text, typeOnly: false } : undefined;
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    const { literal } = node.argument;
    return ts.isStringLiteral(literal) ? { specifier: literal.text, typeOnly: true } : undefined;
  }
  return undefined;
}

function isTypeOnly(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  return clause.isTypeOnly || (!clause.name && onlyTypes(clause.namedBindings));
}

function onlyTypes(names: ts.NamedImportBindings | ts.NamedExportBindings | undefined): boolean {
  if (!names || !(ts.isNamedImports(names) || ts.isNamedExports(names))) return false;
  return names.elements.length > 0 && names.elements.every((element) => element.isTypeOnly);
}
