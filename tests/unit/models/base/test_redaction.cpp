#include "models/base/redaction.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QtTest>

using namespace vox;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kValue = "sk-live/\"7+Ключ=x";

Redaction some()
{
    Redaction redaction;
    redaction.add(u"crm"_s, kValue);
    redaction.add(u"crm-old"_s, "sk-live/\"7+Ключ=x-longer");
    redaction.add(u"bearer"_s, "Bearer abcdefgh1234");
    redaction.add(u"pin"_s, "4111111111111111");
    redaction.add(u"short"_s, "1234567");
    redaction.add(u"none"_s, "");
    return redaction;
}

} // namespace

class TestRedaction : public QObject {
    Q_OBJECT
private slots:
    void text_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("left");
        const QString value = QString::fromUtf8(kValue);
        const auto row = [](const char *name, const QString &text, const QString &left) { QTest::newRow(name) << text << left; };
        row("nothing", u"Where is my order?"_s, u"Where is my order?"_s);
        row("as it is", u"It is "_s + value + u'.', u"It is [secret crm]."_s);
        row("twice", value + value, u"[secret crm][secret crm]"_s);
        row("in capitals", value.toUpper(), u"[secret crm]"_s);
        row("JSON", u"{\"key\":\"sk-live/\\\"7+Ключ=x\"}"_s, u"{\"key\":\"[secret crm]\"}"_s);
        row("JSON inside JSON", u"\"{\\\"key\\\":\\\"sk-live/\\\\\\\"7+Ключ=x\\\"}\""_s, u"\"{\\\"key\\\":\\\"[secret crm]\\\"}\""_s);
        row("an address", u"?k="_s + QString::fromLatin1(QUrl::toPercentEncoding(value)), u"?k=[secret crm]"_s);
        row("base64", QString::fromLatin1(kValue.toBase64()), u"[secret crm]"_s);
        row("base64 for addresses", QString::fromLatin1(kValue.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals)), u"[secret crm]"_s);
        row("hexadecimal", QString::fromLatin1(kValue.toHex().toUpper()), u"[secret crm]"_s);
        row("the longer of two", value + u"-longer"_s, u"[secret crm-old]"_s);
        row("with its scheme", u"Bearer abcdefgh1234"_s, u"[secret bearer]"_s);
        row("without its scheme", u"abcdefgh1234"_s, u"[secret bearer]"_s);
        row("cut off: of the longer of two that begin so", u"… "_s + value.chopped(3), u"… [secret crm-old]"_s);
        row("cut off too early to be told from a word", u"sk-live"_s, u"sk-live"_s);
        row("its beginning within", value.chopped(3) + u"!"_s, value.chopped(3) + u"!"_s);
        row("too short to look for", u"1234567"_s, u"1234567"_s);
    }
    void text()
    {
        QFETCH(QString, text);
        QTEST(some().text(text), "left");
    }

    void json()
    {
        const QString value = QString::fromUtf8(kValue);
        const QJsonObject in{{u"a"_s, QJsonArray{value, 4111111111111111.0, 7, true, QJsonValue()}}, {u"x"_s + value, QJsonObject{{u"b"_s, value}}}};
        const QJsonObject out{{u"a"_s, QJsonArray{u"[secret crm]"_s, u"[secret pin]"_s, 7, true, QJsonValue()}},
                              {u"x[secret crm]"_s, QJsonObject{{u"b"_s, u"[secret crm]"_s}}}};
        QCOMPARE(some().json(in), QJsonValue(out));
        QCOMPARE(Redaction().json(in), QJsonValue(in));
    }

    // Whatever stands around a value, it is gone, and looking again finds nothing more.
    void anywhere()
    {
        const Redaction redaction = some();
        QRandomGenerator random(7);
        const QString value = QString::fromUtf8(kValue);
        for (int round = 0; round < 500; ++round) {
            QString text;
            for (int i = random.bounded(40); i > 0; --i) text += random.bounded(4) == 0 ? value : QString(QChar(char16_t(random.bounded(1, 0x500))));
            const QString once = redaction.text(text);
            QVERIFY2(!once.contains(value), qPrintable(text));
            QCOMPARE(redaction.text(once), once);
        }
    }
};

QTEST_GUILESS_MAIN(TestRedaction)
#include "test_redaction.moc"
