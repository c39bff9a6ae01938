import * as client from 'openid-client';
import { Problem } from './problems.ts';

export type OidcSettings = {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** What people call the provider, such as "DfE Sign-in". */
  name: string;
  /**
   * Whether every address that the provider gives has been proved to be its account's, though it does not say so
   * (`email_verified`): DfE Sign-in is one.
   */
  trustsEmail: boolean;
};

/** What the provider says of whoever came back. `isFresh`: they proved it just now, not some time today. */
export type Identity = { subject: string; email: string | null; isFresh: boolean };

const isLoopback = ({ protocol, hostname }: URL) =>
  protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
/** A sign-in that the provider remembers for longer than this many seconds is made anew. */
const longestRemembered = 12 * 3600;
/** Between the proof at the provider and our hearing of it. */
const freshSeconds = 300;

/** One OpenID Connect provider, found out about at its first use: code flow with PKCE, state and nonce (security.md §5). */
export function openProvider(settings: OidcSettings, publicUrl: string) {
  const redirectUri = `${publicUrl}/api/sign-in/oidc/callback`;
  let found: Promise<client.Configuration> | null = null;

  const discover = () => {
    const issuer = new URL(settings.issuer);
    const options = isLoopback(issuer) ? { execute: [client.allowInsecureRequests] } : {};
    return client.discovery(issuer, settings.clientId, settings.clientSecret, undefined, options);
  };
  /** @throws 503 while the provider does not answer; the next call tries again */
  const configuration = async () => {
    found ??= discover();
    try {
      return await found;
    } catch {
      found = null;
      throw new Problem(503, 'provider-away');
    }
  };

  return {
    name: settings.name,
    issuer: settings.issuer,
    /** Where to send the browser. `isProof` asks for a fresh sign-in, not one that the provider remembers. */
    async setOut(isProof: boolean) {
      const config = await configuration();
      const [state, nonce, codeVerifier] = [
        client.randomState(),
        client.randomNonce(),
        client.randomPKCECodeVerifier(),
      ];
      const url = client.buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        scope: 'openid email',
        state,
        nonce,
        code_challenge: await client.calculatePKCECodeChallenge(codeVerifier),
        code_challenge_method: 'S256',
        // With `max_age` the provider must say when they last signed in there.
        ...(isProof ? { prompt: 'login', max_age: '0' } : { max_age: String(longestRemembered) }),
      });
      return { url: url.href, state, nonce, codeVerifier };
    },
    /** Who came back; null when the provider or the answer says no. @param query of the address it came back to */
    async comeBack(
      query: string,
      visit: { state: string; nonce: string; codeVerifier: string },
      now: Date,
    ): Promise<Identity | null> {
      const config = await configuration();
      const tokens = await client
        .authorizationCodeGrant(config, new URL(`${redirectUri}?${query}`), {
          expectedState: visit.state,
          expectedNonce: visit.nonce,
          pkceCodeVerifier: visit.codeVerifier,
          idTokenExpected: true,
        })
        .catch(() => null);
      const claims = tokens?.claims();
      if (!tokens || !claims) return null;
      const told =
        claims.email === undefined
          ? await client.fetchUserInfo(config, tokens.access_token, claims.sub).catch(() => ({}))
          : claims;
      const { email, email_verified: isVerified } = told as { email?: unknown; email_verified?: unknown };
      const authAge = now.getTime() / 1000 - Number(claims.auth_time ?? 0);
      return {
        subject: claims.sub,
        email:
          typeof email === 'string' && (isVerified === true || settings.trustsEmail)
            ? email.trim().toLowerCase()
            : null,
        isFresh: authAge <= freshSeconds,
      };
    },
  };
}

export type Provider = ReturnType<typeof openProvider>;
