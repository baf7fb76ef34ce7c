#include "app/api/routes/people_side.h"
#include "tests/openid/provider_process.h"
#include "tests/unit/app/identity/workspace_of_people.h"
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace vox;
using test::ProviderProcess;

namespace {

// Follows redirects and keeps cookies until it is sent back to the console's address.
class Browser {
public:
    QUrl comesBackFrom(QUrl url)
    {
        for (int hop = 0; hop < 12; ++hop) {
            if (url.path() == "/callback"_L1) return url;
            QNetworkRequest request(url);
            request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
            const std::unique_ptr<QNetworkReply> reply(m_network.get(request));
            QSignalSpy finished(reply.get(), &QNetworkReply::finished);
            if (!finished.wait(10'000)) return {};
            const QUrl next = reply->attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl();
            if (next.isEmpty()) {
                qWarning("%s", reply->readAll().left(2000).constData());
                return {};
            }
            url = url.resolved(next);
        }
        return {};
    }

private:
    QNetworkAccessManager m_network;
};

UtcMs clockNow() { return {QDateTime::currentMSecsSinceEpoch()}; }

} // namespace

// Signing in through a real OpenID provider, from the console's first request to the session.
class TestOpenIdProvider : public QObject {
    Q_OBJECT

    ProviderProcess m_provider;
    std::unique_ptr<WorkspaceOfPeople> m_people;
    std::unique_ptr<PeopleSide> m_side;
    const QString m_redirect = u"http://127.0.0.1:49152/callback"_s;

    ServerStore &store() { return m_people->store(); }
    WorkspaceId workspace() const { return m_people->server.workspace; }
    void setUp(const QString &client, const QString &secret, const QStringList &domains)
    {
        const IdentityProviderRow row{workspace(), u"company"_s, u"Company"_s, m_provider.issuer(), client, secret, domains, Role::Viewer, true};
        QVERIFY(checkProvider(row));
        QVERIFY(m_people->people().providers().put(row));
    }
    Result<SignedIn> signIn(const QByteArray &invitation = {})
    {
        const auto started = m_side->openId().start(store(), {workspace(), u"company"_s, m_redirect, invitation}, clockNow());
        if (!started) return started.error();
        const QUrlQuery back(Browser().comesBackFrom(started->authorizeUrl));
        if (back.queryItemValue(u"state"_s) != started->state) return Error(Error::Code::BadAnswer, {u"state"_s, back.toString()});
        return m_side->openId().finish(store(),
                                       {started->state, back.queryItemValue(u"code"_s, QUrl::FullyDecoded), m_redirect,
                                        back.queryItemValue(u"iss"_s, QUrl::FullyDecoded)},
                                       u"10.0.0.1"_s, clockNow());
    }

private slots:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(u"node"_s).isEmpty() || QStandardPaths::findExecutable(u"npm"_s).isEmpty())
            QSKIP("node and npm are not installed: tools/setup --test installs them");
        QVERIFY2(m_provider.start(), m_provider.complaint().constData());
    }
    void init()
    {
        m_people = std::make_unique<WorkspaceOfPeople>();
        m_side = std::make_unique<PeopleSide>(std::move(*MasterKeys::parse(QByteArray(32, 'k').toBase64())), PasswordCost{1, 8 << 10});
        m_provider.tell("account anna");
    }

    void everyWayOfSigning_data()
    {
        QTest::addColumn<QString>("client");
        QTest::addColumn<QByteArray>("secret");
        QTest::newRow("RS256, public") << u"public"_s << QByteArray();
        QTest::newRow("ES256, secret in the header") << u"basic"_s << QByteArray("basic secret/+%");
        QTest::newRow("PS256, secret in the body") << u"post"_s << QByteArray("post-secret");
        QTest::newRow("EdDSA, public") << u"edward"_s << QByteArray();
    }
    void everyWayOfSigning()
    {
        QFETCH(QString, client);
        QFETCH(QByteArray, secret);
        const Caller owner = m_people->add(u"Olga"_s, Role::Owner);
        if (!secret.isEmpty()) QVERIFY(m_side->vault().put(store(), owner, u"company-oidc"_s, secret, clockNow()));
        setUp(client, secret.isEmpty() ? QString() : u"company-oidc"_s, {u"example.org"_s});
        const auto begun = signIn();
        QVERIFY2(begun, qPrintable(begun ? QString() : begun.error().codeName() + begun.error().args.join(u' ')));
        QCOMPARE(begun->person.email, u"anna@example.org"_s);
        QCOMPARE(begun->person.name, u"Anna Petrova"_s);
        QCOMPARE(begun->person.role, Role::Viewer);
        QVERIFY(m_side->authenticator().authenticate(store(), QString::fromLatin1(begun->token), {}, clockNow()));
        QCOMPARE(signIn()->person.id, begun->person.id);
        QCOMPARE(m_people->people().members(workspace())->size(), 2);
    }

    void theWrongSecretIsRefused()
    {
        const Caller owner = m_people->add(u"Olga"_s, Role::Owner);
        QVERIFY(m_side->vault().put(store(), owner, u"company-oidc"_s, "wrong", clockNow()));
        setUp(u"basic"_s, u"company-oidc"_s, {u"example.org"_s});
        const auto begun = signIn();
        QCOMPARE(codeOf(begun), u"IdentityProviderFailed"_s);
        QCOMPARE(begun.error().args.value(1), u"invalid_client"_s);
    }

    void newKeysAreFetched()
    {
        setUp(u"public"_s, {}, {u"example.org"_s});
        QVERIFY(signIn());
        m_provider.tell("rotate");
        // Keys that are older than a minute are asked for again when a token names another one; here they are younger.
        QCOMPARE(codeOf(signIn()), u"IdentityProviderFailed"_s);
        m_side = std::make_unique<PeopleSide>(std::move(*MasterKeys::parse(QByteArray(32, 'k').toBase64())), PasswordCost{1, 8 << 10});
        QVERIFY(signIn());
    }

    void whoIsLetIn_data()
    {
        QTest::addColumn<QByteArray>("account");
        QTest::addColumn<bool>("invited");
        QTest::addColumn<QString>("code");
        QTest::newRow("domain, verified") << QByteArray("boris") << false << u"ok"_s;
        QTest::newRow("domain, not verified") << QByteArray("unverified") << false << u"NotInvited"_s;
        QTest::newRow("another domain") << QByteArray("stranger") << false << u"NotInvited"_s;
        QTest::newRow("another domain, invited") << QByteArray("stranger") << true << u"ok"_s;
        QTest::newRow("not verified, invited") << QByteArray("unverified") << true << u"ok"_s;
    }
    void whoIsLetIn()
    {
        QFETCH(QByteArray, account);
        QFETCH(bool, invited);
        QFETCH(QString, code);
        const Caller owner = m_people->add(u"Olga"_s, Role::Owner);
        setUp(u"public"_s, {}, {u"example.org"_s});
        m_provider.tell("account " + account);
        const QByteArray invitation = invited ? invite(store(), owner, {}, Role::Qa, clockNow())->token : QByteArray();
        const auto begun = signIn(invitation);
        QCOMPARE(codeOf(begun), code);
        if (invited) {
            QCOMPARE(begun->person.role, Role::Qa);
            QCOMPARE(codeOf(signIn(invitation)), u"InvitationOver"_s);
        }
    }

    void anAccountIsLinkedByItsVerifiedAddress()
    {
        const Caller boris = m_people->add(u"Boris"_s, Role::Builder);
        setUp(u"public"_s, {}, {u"example.org"_s});
        m_provider.tell("account boris");
        const auto begun = signIn();
        QCOMPARE(begun->person.id, boris.person);
        QCOMPARE(begun->person.role, Role::Builder);
        QVERIFY(m_people->people().putMember({workspace(), boris.person, Role::Builder, kStart, {}, false}));
        QCOMPARE(codeOf(signIn()), u"NotInvited"_s); // removed: the company's directory does not bring him back
    }

    void aStateWorksOnce()
    {
        setUp(u"public"_s, {}, {u"example.org"_s});
        const auto started = m_side->openId().start(store(), {workspace(), u"company"_s, m_redirect, {}}, clockNow());
        const QUrlQuery back(Browser().comesBackFrom(started->authorizeUrl));
        const QString code = back.queryItemValue(u"code"_s);
        const auto finish = [&](const QString &state, const QString &redirect) {
            return codeOf(m_side->openId().finish(store(), {state, code, redirect, {}}, {}, clockNow()));
        };
        QCOMPARE(finish(u"guessed"_s, m_redirect), u"SignInRefused"_s);
        QCOMPARE(finish(started->state, m_redirect), u"ok"_s);
        QCOMPARE(finish(started->state, m_redirect), u"SignInRefused"_s);
        // The same code under a sign-in of somebody else: the verifier is another.
        const auto other = m_side->openId().start(store(), {workspace(), u"company"_s, m_redirect, {}}, clockNow());
        QCOMPARE(finish(other->state, m_redirect), u"IdentityProviderFailed"_s);
        const auto third = m_side->openId().start(store(), {workspace(), u"company"_s, m_redirect, {}}, clockNow());
        QCOMPARE(finish(third->state, u"http://127.0.0.1:1/callback"_s), u"SignInRefused"_s);
    }
};

QTEST_GUILESS_MAIN(TestOpenIdProvider)
#include "test_open_id_provider.moc"
