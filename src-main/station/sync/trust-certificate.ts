import { getCACertificates, setDefaultCACertificates } from 'node:tls';

const trusted = new Set<string>();

/** From now on this process trusts the hub's own certificate (PEM) beside those every PC knows. */
export function trustCertificate(pem: string): void {
  if (trusted.has(pem)) return;
  trusted.add(pem);
  setDefaultCACertificates([...getCACertificates('default'), pem]);
}
