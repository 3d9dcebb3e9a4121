import { randomBytes } from 'node:crypto';

export const mintNonce = (): string => randomBytes(18).toString('base64');

/** Nothing inline without the nonce of this very answer, nothing from anywhere else, no frame around us. */
export function pageHeaders(host: string, nonce: string): Record<string, string> {
  return {
    'content-security-policy': [
      "default-src 'none'", `script-src 'self' 'nonce-${nonce}'`, `style-src 'self' 'nonce-${nonce}'`, "img-src 'self' data:", "font-src 'self'",
      `connect-src 'self' ws://${host}`, "manifest-src 'self'", "frame-src 'self'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
    ].join('; '),
    ...plainHeaders,
  };
}

/** For every answer. */
export const plainHeaders: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'cross-origin-opener-policy': 'same-origin', 'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'DENY', 'permissions-policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=()',
};
