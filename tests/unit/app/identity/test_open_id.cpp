#include "app/identity/open_id_sign_in.h"
#include "app/security/tokens.h"
#include "tests/unit/app/identity/workspace_of_people.h"
#include "tests/unit/app/security/token_signer.h"
#include <QUrlQuery>
#include <functional>

using namespace Qt::StringLiterals;
using namespace vox;

namespace {

const QString kIssuer = u"https://login.example.org/tenant"_s, kRedirect = u"http://127.0.0.1:50000/callback"_s;

// A provider that answers from memory and may lie.
class FakeProvider final : public WebFetch {
public:
    Result<WebAnswer> send(const WebRequest &request) override
    {
        const QString path = request.url.path();
        asked.append(path);
        if (down) return *down;
        if (path.endsWith("openid-configuration"_L1)) return WebAnswer{200, jsonBytes(settings)};
        if (path.endsWith("keys"_L1)) return WebAnswer{200, jsonBytes({{u"keys"_s, keys()}})};
        if (path.endsWith("me"_L1)) return WebAnswer{200, jsonBytes(me)};
        if (!path.endsWith("token"_L1)) return WebAnswer{404, {}};
        form = QUrlQuery(QString::fromLatin1(request.body));
        return WebAnswer{200, jsonBytes({{u"access_token"_s, u"at"_s},
                                         {u"id_token"_s, QString::fromLatin1(signer->token({{u"alg"_s, u"ES256"_s}, {u"kid"_s, keyId}}, claims))}})};
    }
    int count(QLatin1StringView end) const
    {
        return int(std::count_if(asked.begin(), asked.end(), [end](const QString &path) { return path.endsWith(end); }));
    }

    QJsonObject settings{{u"issuer"_s, kIssuer},
                         {u"authorization_endpoint"_s, kIssuer + u"/auth?tenant=1"_s},
                         {u"token_endpoint"_s, kIssuer + u"/token"_s},
                         {u"userinfo_endpoint"_s, kIssuer + u"/me"_s},
                         {u"jwks_uri"_s, kIssuer + u"/keys"_s}};
    QJsonArray keys() const
    {
        QJsonArray all{signer->publicKey(keyId)};
        for (const QJsonValue &key : alsoPublished) all.append(key);
        return all;
    }

    std::optional<Error> down; // what asking it comes to; absent: it answers
    QJsonArray alsoPublished;
    QJsonObject claims, me;
    std::unique_ptr<TokenSigner> signer = std::make_unique<TokenSigner>(JsonWebKey::Type::P256);
    QString keyId = u"1"_s;
    QStringList asked;
    QUrlQuery form;
};

struct World {
    World()
    {
        const IdentityProviderRow row{w.server.workspace, u"company"_s, u"Company"_s, kIssuer, u"voxdesk"_s, {}, {u"example.org"_s}, Role::Qa, true};
        if (!w.people().providers().put(row)) qFatal("no provider");
    }
    OpenIdStarted start()
    {
        auto started = openId.start(w.store(), {w.server.workspace, u"company"_s, kRedirect, {}}, w.now);
        if (!started) qFatal("%s", qPrintable(started.error().args.join(u' ')));
        const QUrlQuery query(started->authorizeUrl);
        web.claims = {{u"iss"_s, kIssuer}, {u"aud"_s, u"voxdesk"_s}, {u"sub"_s, u"7"_s}, {u"iat"_s, w.now.value / 1000}, {u"exp"_s, w.now.value / 1000 + 60},
                      {u"nonce"_s, query.queryItemValue(u"nonce"_s)}, {u"email"_s, u"anna@example.org"_s}, {u"email_verified"_s, true}};
        return *started;
    }
    QString finish(const OpenIdStarted &started, const QString &iss = {})
    {
        const auto done = openId.finish(w.store(), {started.state, u"code"_s, kRedirect, iss}, u"10.0.0.1"_s, w.now);
        return done ? u"ok"_s : done.error().codeName() + (done.error().args.size() > 1 ? u' ' + done.error().args[1] : QString());
    }

    WorkspaceOfPeople w;
    FakeProvider web;
    OpenIdDirectory directory{web};
    SecretVault vault{std::move(*MasterKeys::parse(QByteArray(32, 'k').toBase64()))};
    OpenIdSignIn openId{directory, web, w.signIn, vault};
};

} // namespace

// Providers that lie, keys that change, addresses that lead elsewhere.
class TestOpenId : public QObject {
    Q_OBJECT
private slots:
    void asksWithProofOfPossession()
    {
        World world;
        const auto started = world.start();
        const QUrlQuery query(started.authorizeUrl);
        QCOMPARE(query.queryItemValue(u"tenant"_s), u"1"_s);
        QCOMPARE(query.queryItemValue(u"code_challenge_method"_s), u"S256"_s);
        QCOMPARE(query.queryItemValue(u"redirect_uri"_s, QUrl::FullyDecoded), kRedirect);
        QCOMPARE(world.finish(started), u"ok"_s);
        const QByteArray verifier = world.web.form.queryItemValue(u"code_verifier"_s).toLatin1();
        QCOMPARE(base64Url(sha256(verifier)), query.queryItemValue(u"code_challenge"_s).toLatin1());
        QVERIFY(verifier.size() >= 43);
    }

    void lies_data()
    {
        QTest::addColumn<QString>("claim");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("answer");
        QTest::newRow("nonce of another sign-in") << u"nonce"_s << QJsonValue(u"other"_s) << u"IdentityProviderFailed nonce"_s;
        QTest::newRow("for another program") << u"aud"_s << QJsonValue(u"wiki"_s) << u"IdentityProviderFailed audience"_s;
        QTest::newRow("of another issuer") << u"iss"_s << QJsonValue(u"https://evil.example"_s) << u"IdentityProviderFailed issuer"_s;
        QTest::newRow("expired") << u"exp"_s << QJsonValue(1) << u"IdentityProviderFailed expired"_s;
        QTest::newRow("address not verified") << u"email_verified"_s << QJsonValue(false) << u"NotInvited"_s;
        QTest::newRow("verified, but as text") << u"email_verified"_s << QJsonValue(u"true"_s) << u"NotInvited"_s;
        QTest::newRow("domain as the beginning") << u"email"_s << QJsonValue(u"anna@example.org.evil.example"_s) << u"NotInvited"_s;
        QTest::newRow("two addresses") << u"email"_s << QJsonValue(u"eve@evil.example,anna@example.org"_s) << u"NotInvited"_s;
    }
    void lies()
    {
        QFETCH(QString, claim);
        QFETCH(QJsonValue, value);
        QFETCH(QString, answer);
        World world;
        const auto started = world.start();
        world.web.claims.insert(claim, value);
        QCOMPARE(world.finish(started), answer);
        QCOMPARE(world.w.people().members(world.w.server.workspace)->size(), 0);
    }

    void theAddressMayComeFromUserinfoOfTheSamePerson()
    {
        World world;
        auto started = world.start();
        world.web.claims.remove(u"email"_s);
        world.web.me = {{u"sub"_s, u"8"_s}, {u"email"_s, u"anna@example.org"_s}, {u"email_verified"_s, true}};
        QCOMPARE(world.finish(started), u"NotInvited"_s);
        started = world.start();
        world.web.claims.remove(u"email"_s);
        world.web.me.insert(u"sub"_s, u"7"_s);
        QCOMPARE(world.finish(started), u"ok"_s);
    }

    void keysAreAskedForAgainButNotAllTheTime()
    {
        World world;
        QCOMPARE(world.finish(world.start()), u"ok"_s);
        world.web.signer = std::make_unique<TokenSigner>(JsonWebKey::Type::P256);
        world.web.keyId = u"2"_s;
        for (int i = 0; i < 5; ++i) QCOMPARE(world.finish(world.start()), u"IdentityProviderFailed unknown key"_s);
        QCOMPARE(world.web.count("keys"_L1), 1);
        world.w.later(60'000);
        QCOMPARE(world.finish(world.start()), u"ok"_s);
        QCOMPARE(world.web.count("keys"_L1), 2);
        QCOMPARE(world.web.count("configuration"_L1), 1);
        world.w.later(3'600'000);
        QCOMPARE(world.finish(world.start()), u"ok"_s);
        QCOMPARE(world.web.count("configuration"_L1), 2);
    }

    // Both keys are published for a while, in any order; tokens of either are good, and nothing is asked for twice.
    void keysChangeUnderWay()
    {
        World world;
        QCOMPARE(world.finish(world.start()), u"ok"_s);
        TokenSigner next(JsonWebKey::Type::P256);
        world.web.alsoPublished = {next.publicKey(u"2"_s)};
        world.w.later(60 * 60 * 1000);
        QCOMPARE(world.finish(world.start()), u"ok"_s); // still the old one
        const int asked = world.web.count("keys"_L1);
        auto old = std::exchange(world.web.signer, std::make_unique<TokenSigner>(JsonWebKey::Type::P256));
        world.web.alsoPublished = {old->publicKey(u"1"_s)};
        world.web.keyId = u"3"_s; // neither of those that were seen
        world.w.later(61 * 1000);
        QCOMPARE(world.finish(world.start()), u"ok"_s);
        QCOMPARE(world.web.count("keys"_L1), asked + 1);
        std::swap(world.web.signer, old);
        world.web.keyId = u"1"_s; // one of the provider's machines still signs with it
        QCOMPARE(world.finish(world.start()), u"ok"_s);
        QCOMPARE(world.web.count("keys"_L1), asked + 1);
    }

    void clocksDiffer_data()
    {
        QTest::addColumn<QString>("claim");
        QTest::addColumn<int>("seconds"); // from our clock
        QTest::addColumn<QString>("answer");
        QTest::newRow("made in our near future") << u"iat"_s << 50 << u"ok"_s;
        QTest::newRow("made in our far future") << u"iat"_s << 70 << u"IdentityProviderFailed made later than now"_s;
        QTest::newRow("just over") << u"exp"_s << -50 << u"ok"_s;
        QTest::newRow("long over") << u"exp"_s << -70 << u"IdentityProviderFailed expired"_s;
        QTest::newRow("good in a moment") << u"nbf"_s << 50 << u"ok"_s;
        QTest::newRow("good later") << u"nbf"_s << 70 << u"IdentityProviderFailed not valid yet"_s;
    }
    void clocksDiffer()
    {
        QFETCH(QString, claim);
        QFETCH(int, seconds);
        QFETCH(QString, answer);
        World world;
        const auto started = world.start();
        world.web.claims.insert(claim, world.w.now.value / 1000 + seconds);
        QCOMPARE(world.finish(started), answer);
    }

    void aProviderThatIsAway_data()
    {
        QTest::addColumn<Error>("down");
        QTest::addColumn<QString>("reason");
        QTest::newRow("nothing there") << Error(Error::Code::Unreachable, {u"login.example.org"_s}) << u"Unreachable"_s;
        QTest::newRow("silent") << Error(Error::Code::TimedOut, {u"login.example.org"_s, u"5000"_s}) << u"TimedOut"_s;
        QTest::newRow("somebody else") << Error(Error::Code::Unreachable, {u"login.example.org"_s}, u"certificate verify failed"_s) << u"certificate"_s;
    }
    // It says so at each step and locks nobody out who has a password.
    void aProviderThatIsAway()
    {
        QFETCH(Error, down);
        QFETCH(QString, reason);
        World world;
        world.w.add(u"Olga"_s, Role::Owner);
        const auto started = world.start();
        world.web.down = down;
        QCOMPARE(world.finish(started), u"IdentityProviderFailed "_s + reason);
        world.w.later(2 * 60 * 60 * 1000); // and what was known about it is old
        const auto again = world.openId.start(world.w.store(), {world.w.server.workspace, u"company"_s, kRedirect, {}}, world.w.now);
        QVERIFY(!again);
        QCOMPARE(again.error().args, QStringList({u"Company"_s, reason}));
        QVERIFY(world.w.tryIn(u"olga@example.org"_s));
        world.web.down.reset();
        QCOMPARE(world.finish(world.start()), u"ok"_s);
    }

    void pendingSignInsEnd()
    {
        World world;
        const auto started = world.start();
        world.w.later(600'000);
        QCOMPARE(world.finish(started), u"SignInRefused"_s);
        const auto other = world.start();
        QCOMPARE(world.finish(other, u"https://evil.example"_s), u"IdentityProviderFailed issuer"_s);
        QCOMPARE(world.finish(other), u"SignInRefused"_s); // it was used up
    }

    void redirects_data()
    {
        QTest::addColumn<QString>("uri");
        for (const auto *uri : {"https://evil.example/callback", "http://localhost:5000/", "http://127.0.0.1/", "http://127.0.0.1.evil.example:80/",
                                "http://user@127.0.0.1:5000/", "http://127.0.0.1:5000/#x", "javascript:alert(1)", "http://10.0.0.1:5000/", ""})
            QTest::newRow(uri) << QString::fromLatin1(uri);
    }
    void redirects()
    {
        QFETCH(QString, uri);
        static World world;
        QCOMPARE(codeOf(world.openId.start(world.w.store(), {world.w.server.workspace, u"company"_s, uri, {}}, world.w.now)), u"BadValue"_s);
    }

    void discovery_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("reason");
        QTest::newRow("another issuer") << u"issuer"_s << QJsonValue(u"https://evil.example"_s) << u"issuer"_s;
        QTest::newRow("plain http") << u"token_endpoint"_s << QJsonValue(u"http://login.example.org/token"_s) << u"endpoints"_s;
        QTest::newRow("this machine") << u"token_endpoint"_s << QJsonValue(u"http://127.0.0.1:5432/"_s) << u"endpoints"_s;
        QTest::newRow("this machine over https") << u"jwks_uri"_s << QJsonValue(u"https://localhost/keys"_s) << u"endpoints"_s;
        QTest::newRow("a file") << u"jwks_uri"_s << QJsonValue(u"file:///etc/passwd"_s) << u"endpoints"_s;
        QTest::newRow("no keys") << u"jwks_uri"_s << QJsonValue() << u"endpoints"_s;
        QTest::newRow("plain PKCE") << u"code_challenge_methods_supported"_s << QJsonValue(QJsonArray{u"plain"_s}) << u"PKCE S256"_s;
    }
    void discovery()
    {
        QFETCH(QString, field);
        QFETCH(QJsonValue, value);
        QFETCH(QString, reason);
        World world;
        world.web.settings.insert(field, value);
        const auto started = world.openId.start(world.w.store(), {world.w.server.workspace, u"company"_s, kRedirect, {}}, world.w.now);
        QCOMPARE(started.error().args.value(1), reason);
    }

    void settings_data()
    {
        QTest::addColumn<QString>("issuer");
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("good");
        QTest::newRow("https") << kIssuer << u"company"_s << true;
        QTest::newRow("this machine") << u"http://127.0.0.1:8080"_s << u"dev"_s << true;
        QTest::newRow("http") << u"http://login.example.org"_s << u"company"_s << false;
        QTest::newRow("with a password") << u"https://a:b@login.example.org"_s << u"company"_s << false;
        QTest::newRow("with a query") << kIssuer + u"?x=1"_s << u"company"_s << false;
        QTest::newRow("a file") << u"file:///etc"_s << u"company"_s << false;
        QTest::newRow("name with a slash") << kIssuer << u"a/b"_s << false;
    }
    void settings()
    {
        QFETCH(QString, issuer);
        QFETCH(QString, name);
        QFETCH(bool, good);
        QCOMPARE(bool(checkProvider({{}, name, u"Company"_s, issuer, u"id"_s, {}, {}, Role::Viewer, true})), good);
    }

    void anotherIssuerMeansOtherPeople()
    {
        World world;
        QCOMPARE(world.finish(world.start()), u"ok"_s);
        auto &providers = world.w.people().providers();
        const WorkspaceId workspace = world.w.server.workspace;
        QVERIFY(!providers.personOfSubject(workspace, u"company"_s, u"7"_s)->isNull());
        auto row = *providers.find(workspace, u"company"_s);
        row.label = u"New label"_s;
        QVERIFY(providers.put(row));
        QVERIFY(!providers.personOfSubject(workspace, u"company"_s, u"7"_s)->isNull());
        row.issuer = u"https://other.example"_s;
        QVERIFY(providers.put(row));
        QVERIFY(providers.personOfSubject(workspace, u"company"_s, u"7"_s)->isNull());
    }
};

QTEST_GUILESS_MAIN(TestOpenId)
#include "test_open_id.moc"
