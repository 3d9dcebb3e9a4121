import tseslint from 'typescript-eslint';

/** `serialize()` returns the database in plaintext (docs/decisions/0003): forbidden everywhere. */
const noPlaintextCopies = {
  'no-restricted-syntax': ['error', {
    selector: "MemberExpression[property.name='serialize'], MemberExpression[property.value='serialize'], ObjectPattern > Property[key.name='serialize']",
    message: 'serialize() returns plaintext; use VACUUM INTO.',
  }],
};

export default tseslint.config(
  { ignores: ['dist/', 'release/', 'node_modules/', 'bench/peers/', 'coverage/', 'test-results/', 'playwright-report/'] },
  ...tseslint.configs.recommended,
  {
    rules: {
      ...noPlaintextCopies,
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_', ignoreRestSiblings: true }],
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'max-lines': ['error', { max: 400 }],
    },
  },
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
);
