// An OpenID provider as companies run it, for the tests: on a loopback port of its own, printed as the first line. Signs in
// whoever the last "account NAME" on stdin named, without asking. "rotate" gives it new keys; each command is answered by
// a line. Ends with its stdin.
import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import { createInterface } from 'node:readline';
import { Provider } from 'oidc-provider';

const people = {
    anna: { email: 'anna@example.org', email_verified: true, name: 'Anna Petrova' },
    boris: { email: 'boris@example.org', email_verified: true, name: 'Boris' },
    unverified: { email: 'carol@example.org', email_verified: false, name: 'Carol' },
    stranger: { email: 'dan@elsewhere.example', email_verified: true, name: 'Dan' },
};
console.info = console.error; // stdout is for answers
let account = 'anna', round = 0, provider;

function keys() {
    round += 1;
    const make = (alg, type, options) => ({ ...generateKeyPairSync(type, options).privateKey.export({ format: 'jwk' }), alg, use: 'sig', kid: `${alg}-${round}` });
    return [make('RS256', 'rsa', { modulusLength: 2048 }), make('PS256', 'rsa', { modulusLength: 2048 }),
        make('ES256', 'ec', { namedCurve: 'P-256' }), make('EdDSA', 'ed25519')];
}

const client = (client_id, id_token_signed_response_alg, token_endpoint_auth_method, client_secret) => ({
    client_id, client_secret, id_token_signed_response_alg, token_endpoint_auth_method,
    application_type: 'native', redirect_uris: ['http://127.0.0.1/callback'], response_types: ['code'], grant_types: ['authorization_code'],
});

function fresh(issuer) {
    const made = new Provider(issuer, {
        clients: [client('public', 'RS256', 'none'), client('basic', 'ES256', 'client_secret_basic', 'basic secret/+%'),
            client('post', 'PS256', 'client_secret_post', 'post-secret'), client('edward', 'EdDSA', 'none')],
        jwks: { keys: keys() },
        cookies: { keys: ['a test'] },
        claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
        conformIdTokenClaims: true,
        enabledJWA: { idTokenSigningAlgValues: ['RS256', 'PS256', 'ES256', 'EdDSA'] },
        features: { devInteractions: { enabled: false } },
        pkce: { methods: ['S256'], required: () => true },
        findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub, ...people[sub] }) }),
        interactions: { url: (_, interaction) => `/as/${interaction.uid}` },
    });
    made.callbackHandler = made.callback();
    return made;
}

async function signIn(request, response) {
    const { params, prompt, grantId, session } = await provider.interactionDetails(request, response);
    const result = {};
    if (prompt.name === 'login') result.login = { accountId: account };
    if (prompt.name === 'consent') {
        const grant = grantId ? await provider.Grant.find(grantId) : new provider.Grant({ accountId: session.accountId, clientId: params.client_id });
        grant.addOIDCScope('openid email profile');
        result.consent = { grantId: await grant.save() };
    }
    await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: true });
}

const server = createServer((request, response) => {
    if (!request.url.startsWith('/as/')) return provider.callbackHandler(request, response);
    signIn(request, response).catch((error) => { response.statusCode = 500; response.end(String(error)); });
});
server.listen(0, '127.0.0.1', () => {
    const issuer = `http://127.0.0.1:${server.address().port}`;
    provider = fresh(issuer);
    console.log(issuer);
    createInterface({ input: process.stdin }).on('line', (line) => {
        const [word, name] = line.split(' ');
        if (word === 'account') account = name;
        if (word === 'rotate') provider = fresh(issuer);
        console.log('done');
    }).on('close', () => process.exit(0));
});
