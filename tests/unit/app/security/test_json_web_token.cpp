#include "app/security/json_web_token.h"
#include "tests/unit/app/security/token_signer.h"
#include <QTest>
#include <random>

using namespace Qt::StringLiterals;
using namespace vox;

namespace {

constexpr UtcMs kNow{1'700'000'000'000};
const QString kIssuer = u"https://login.example.org"_s;

QJsonObject goodClaims()
{
    return {{u"iss"_s, kIssuer}, {u"aud"_s, u"voxdesk"_s}, {u"sub"_s, u"42"_s}, {u"nonce"_s, u"n-1"_s},
            {u"iat"_s, kNow.value / 1000 - 5}, {u"exp"_s, kNow.value / 1000 + 300}};
}

JsonWebKeys keysOf(const QList<QJsonObject> &keys)
{
    QJsonArray list;
    for (const QJsonObject &key : keys) list.append(key);
    return *JsonWebKeys::parse(jsonBytes({{u"keys"_s, list}}));
}

} // namespace

// What a provider's token must be, and everything it must not be.
class TestJsonWebToken : public QObject {
    Q_OBJECT

    const TokenSigner m_rsa{JsonWebKey::Type::Rsa}, m_other{JsonWebKey::Type::Rsa}, m_ec{JsonWebKey::Type::P256}, m_ed{JsonWebKey::Type::Ed25519};
    const JsonWebKeys m_keys = keysOf({m_rsa.publicKey(u"rsa"_s), m_ec.publicKey(u"ec"_s), m_ed.publicKey(u"ed"_s)});
    const TokenExpectation m_expected{kIssuer, u"voxdesk"_s, u"n-1"_s, kNow};

    QString verdict(const QByteArray &token) const
    {
        const auto claims = verifyToken(token, m_keys, m_expected);
        return claims ? u"good"_s : claims.error().args.value(1);
    }
    static QJsonObject header(const QString &algorithm, const QString &key) { return {{u"alg"_s, algorithm}, {u"kid"_s, key}}; }

private slots:
    void algorithms()
    {
        QCOMPARE(verdict(m_rsa.token(header(u"RS256"_s, u"rsa"_s), goodClaims())), u"good"_s);
        QCOMPARE(verdict(m_rsa.token(header(u"PS256"_s, u"rsa"_s), goodClaims(), true)), u"good"_s);
        QCOMPARE(verdict(m_ec.token(header(u"ES256"_s, u"ec"_s), goodClaims())), u"good"_s);
        QCOMPARE(verdict(m_ed.token(header(u"EdDSA"_s, u"ed"_s), goodClaims())), u"good"_s);
        QCOMPARE(verdict(m_rsa.token({{u"alg"_s, u"RS256"_s}}, goodClaims())), u"good"_s); // no kid: any key of the type
    }

    void forged_data()
    {
        QTest::addColumn<QByteArray>("token");
        QTest::addColumn<QString>("why");
        const QByteArray good = m_rsa.token(header(u"RS256"_s, u"rsa"_s), goodClaims());
        const QList<QByteArray> parts = good.split('.');
        const QByteArray none = base64Url(jsonBytes({{u"alg"_s, u"none"_s}})), claims = base64Url(jsonBytes(goodClaims()));
        QTest::newRow("none") << none + '.' + claims + '.' << u"not well formed"_s;
        QTest::newRow("none with a signature") << none + '.' + claims + '.' + parts[2] << u"algorithm"_s;
        for (const auto *spelling : {"None", "NONE", "nOnE", "", "RS256 ", "rs256", "RS1", "HS384", "HS512", "ES256K", "RS512"})
            QTest::newRow(qPrintable(u"alg "_s + QLatin1String(spelling)))
                << m_rsa.token(header(QString::fromLatin1(spelling), u"rsa"_s), goodClaims()) << u"algorithm"_s;
        const QByteArray published = jsonBytes(m_rsa.publicKey(u"rsa"_s));
        QTest::newRow("HMAC under the public key") << hmacToken(header(u"HS256"_s, u"rsa"_s), goodClaims(), published) << u"algorithm"_s;
        QTest::newRow("HMAC called RSA") << hmacToken(header(u"RS256"_s, u"rsa"_s), goodClaims(), published) << u"signature"_s;
        QTest::newRow("another key, same kid") << m_other.token(header(u"RS256"_s, u"rsa"_s), goodClaims()) << u"signature"_s;
        QTest::newRow("unknown kid") << m_other.token(header(u"RS256"_s, u"x"_s), goodClaims()) << u"unknown key"_s;
        QTest::newRow("key of another type") << m_rsa.token(header(u"RS256"_s, u"ec"_s), goodClaims()) << u"unknown key"_s;
        QTest::newRow("PS256 called RS256") << m_rsa.token(header(u"RS256"_s, u"rsa"_s), goodClaims(), true) << u"signature"_s;
        QTest::newRow("own key in the header")
            << m_other.token({{u"alg"_s, u"RS256"_s}, {u"jwk"_s, m_other.publicKey(u"rsa"_s)}}, goodClaims()) << u"signature"_s;
        QTest::newRow("critical extension") << m_rsa.token({{u"alg"_s, u"RS256"_s}, {u"crit"_s, QJsonArray{u"b64"_s}}}, goodClaims()) << u"critical extension"_s;
        QTest::newRow("claims of another") << parts[0] + '.' + base64Url("{\"sub\":\"1\"}") + '.' + parts[2] << u"signature"_s;
        QTest::newRow("two parts") << parts[0] + '.' + parts[1] << u"not three parts"_s;
        QTest::newRow("five parts") << good + ".a.b" << u"not three parts"_s;
        QTest::newRow("padding") << parts[0] + "=." + parts[1] + '.' + parts[2] << u"not well formed"_s;
        QTest::newRow("empty") << QByteArray() << u"not three parts"_s;
        QTest::newRow("long") << QByteArray(20'000, 'a') << u"too long"_s;
        QTest::newRow("short ES256") << base64Url(jsonBytes(header(u"ES256"_s, u"ec"_s))) + '.' + claims + ".AAAA" << u"signature"_s;
    }
    void forged()
    {
        QFETCH(QByteArray, token);
        QFETCH(QString, why);
        QCOMPARE(verdict(token), why);
    }

    void claims_data()
    {
        QTest::addColumn<QString>("claim");
        QTest::addColumn<QJsonValue>("value"); // undefined: taken out
        QTest::addColumn<QString>("verdict");
        const qint64 now = kNow.value / 1000;
        QTest::newRow("other issuer") << u"iss"_s << QJsonValue(u"https://evil.example"_s) << u"issuer"_s;
        QTest::newRow("issuer with a slash") << u"iss"_s << QJsonValue(kIssuer + u'/') << u"issuer"_s;
        QTest::newRow("other audience") << u"aud"_s << QJsonValue(u"wiki"_s) << u"audience"_s;
        QTest::newRow("no audience") << u"aud"_s << QJsonValue(QJsonValue::Undefined) << u"audience"_s;
        QTest::newRow("audiences without us") << u"aud"_s << QJsonValue(QJsonArray{u"a"_s, u"b"_s}) << u"audience"_s;
        QTest::newRow("several audiences, party unsaid") << u"aud"_s << QJsonValue(QJsonArray{u"voxdesk"_s, u"b"_s}) << u"audience"_s;
        QTest::newRow("one in a list") << u"aud"_s << QJsonValue(QJsonArray{u"voxdesk"_s}) << u"good"_s;
        QTest::newRow("for another party") << u"azp"_s << QJsonValue(u"wiki"_s) << u"audience"_s;
        QTest::newRow("expired") << u"exp"_s << QJsonValue(now - 61) << u"expired"_s;
        QTest::newRow("expired within leeway") << u"exp"_s << QJsonValue(now - 30) << u"good"_s;
        QTest::newRow("never expires") << u"exp"_s << QJsonValue(QJsonValue::Undefined) << u"expired"_s;
        QTest::newRow("expiry as text") << u"exp"_s << QJsonValue(u"9999999999"_s) << u"expired"_s;
        QTest::newRow("expiry beyond sense") << u"exp"_s << QJsonValue(1e300) << u"expired"_s;
        QTest::newRow("made tomorrow") << u"iat"_s << QJsonValue(now + 86400) << u"made later than now"_s;
        QTest::newRow("not yet") << u"nbf"_s << QJsonValue(now + 120) << u"not valid yet"_s;
        QTest::newRow("not yet, as text") << u"nbf"_s << QJsonValue(u"0"_s) << u"not valid yet"_s;
        QTest::newRow("other nonce") << u"nonce"_s << QJsonValue(u"n-2"_s) << u"nonce"_s;
        QTest::newRow("no nonce") << u"nonce"_s << QJsonValue(QJsonValue::Undefined) << u"nonce"_s;
        QTest::newRow("nobody") << u"sub"_s << QJsonValue(QString()) << u"subject"_s;
    }
    void claims()
    {
        QFETCH(QString, claim);
        QFETCH(QJsonValue, value);
        QFETCH(QString, verdict);
        QJsonObject all = goodClaims();
        if (value.isUndefined()) all.remove(claim);
        else all.insert(claim, value);
        QCOMPARE(this->verdict(m_ec.token(header(u"ES256"_s, u"ec"_s), all)), verdict);
    }

    void weakAndStrangeKeysAreLeftOut()
    {
        const TokenSigner weak(JsonWebKey::Type::Rsa, 1024);
        QJsonObject wrongPoint = m_ec.publicKey(u"point"_s), forEncryption = m_rsa.publicKey(u"enc"_s);
        wrongPoint.insert(u"x"_s, QString::fromLatin1(base64Url(QByteArray(32, '\x01'))));
        forEncryption.insert(u"use"_s, u"enc"_s);
        const QJsonObject secret{{u"kty"_s, u"oct"_s}, {u"k"_s, u"AAAA"_s}};
        QVERIFY(keysOf({weak.publicKey(u"weak"_s), wrongPoint, forEncryption, secret, {}}).all().isEmpty());
        QVERIFY(!JsonWebKeys::parse("[]"));
        QVERIFY(!JsonWebKeys::parse("{\"keys\":[" + QByteArray("{},").repeated(200) + "{}]}"));
    }

    // A good token and a good set of keys with bytes changed, cut and doubled: never believed, never a crash.
    void hostile()
    {
        const QByteArray token = m_ec.token(header(u"ES256"_s, u"ec"_s), goodClaims());
        const QByteArray keys = jsonBytes({{u"keys"_s, QJsonArray{m_rsa.publicKey(u"rsa"_s), m_ec.publicKey(u"ec"_s)}}});
        std::mt19937 random(7);
        const auto changed = [&random](QByteArray bytes) {
            for (int i = 0, count = 1 + int(random() % 4); i < count && !bytes.isEmpty(); ++i) {
                const qsizetype at = qsizetype(random() % quint32(bytes.size()));
                switch (random() % 4) {
                case 0: bytes[at] = char(random()); break;
                case 1: bytes.remove(at, 1 + qsizetype(random() % 8)); break;
                case 2: bytes.insert(at, bytes.mid(at, 9)); break;
                case 3: bytes.truncate(at); break;
                }
            }
            return bytes;
        };
        int believed = 0;
        for (int i = 0; i < 3000; ++i) {
            const QByteArray hostile = changed(token);
            // The last bits of base64 may change without changing a byte of what it stands for.
            const auto raw = [](const QByteArray &t) { return fromBase64Url(t.split('.').value(2)).value_or(QByteArray()); };
            const bool same = hostile.left(hostile.lastIndexOf('.')) == token.left(token.lastIndexOf('.')) && raw(hostile) == raw(token);
            if (!same && verifyToken(hostile, m_keys, m_expected)) ++believed;
        }
        QCOMPARE(believed, 0);
        for (int i = 0; i < 1000; ++i)
            if (const auto parsed = JsonWebKeys::parse(changed(keys))) (void)verifyToken(token, *parsed, m_expected);
    }
};

QTEST_GUILESS_MAIN(TestJsonWebToken)
#include "test_json_web_token.moc"
