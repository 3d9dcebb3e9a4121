import ts from 'typescript';

/** Attributes whose text a person sees or hears. */
const spoken = new Set(['label', 'placeholder', 'title', 'aria-label', 'alt', 'description', 'hint', 'error', 'message', 'body', 'beside', 'nothingFoundMessage', 'showLabel', 'hideLabel']);
/** Marks that read the same in every language. */
const isWord = (text: string) => /\p{L}{2,}/u.test(text);
const isVietnamese = (text: string) => /[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]/iu.test(text.normalize('NFC'));

/** Words written into a screen instead of `i18n/`: `file:line: words`. */
export function findHardCodedWords(source: string, file: string): string[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const report = (node: ts.Node, text: string) => { found.push(`${file}:${String(tree.getLineAndCharacterOfPosition(node.getStart()).line + 1)}: ${text}`); };
  /** Text that ends up on the screen when this expression is shown: not the arguments of a call. */
  const shown = (node: ts.Node | undefined): void => {
    if (!node) return;
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) { if (isWord(node.text)) report(node, node.text); }
    else if (ts.isTemplateExpression(node)) {
      for (const part of [node.head, ...node.templateSpans.map((span) => span.literal)]) if (isWord(part.text)) report(part, part.text);
      for (const span of node.templateSpans) shown(span.expression);
    } else if (ts.isConditionalExpression(node)) { shown(node.whenTrue); shown(node.whenFalse); }
    else if (ts.isBinaryExpression(node)) { if (node.operatorToken.kind === ts.SyntaxKind.PlusToken) shown(node.left); shown(node.right); }
    else if (ts.isParenthesizedExpression(node)) shown(node.expression);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && isWord(node.text)) report(node, node.text.trim());
    else if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent)) shown(node.expression);
    else if (ts.isJsxAttribute(node) && spoken.has(node.name.getText())) shown(node.initializer && ts.isJsxExpression(node.initializer) ? node.initializer.expression : node.initializer);
    else if ((ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) && isVietnamese(node.text)) report(node, node.text);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return [...new Set(found)];
}
