#include "models/documents/canonical_json.h"
#include "models/documents/revision.h"
#include <QJsonDocument>
#include <QTest>
#include <bit>

using namespace vox;
using namespace Qt::StringLiterals;

class TestCanonicalJson : public QObject {
    Q_OBJECT
private slots:
    void numbers_data();
    void numbers();
    void values_data();
    void values();
    void keysGoByUtf16();
    void revisionIdIsFixed();
    void revisionIgnoresOrderOfParents();
    void prettyIsStable();
};

void TestCanonicalJson::numbers_data()
{
    // The table of RFC 8785, appendix B.
    QTest::addColumn<quint64>("bits");
    QTest::addColumn<QByteArray>("text");
    const auto row = [](quint64 bits, const char *text) { QTest::newRow(text) << bits << QByteArray(text); };
    row(0x0000000000000000, "0");
    row(0x8000000000000000, "0");
    row(0x0000000000000001, "5e-324");
    row(0x8000000000000001, "-5e-324");
    row(0x7fefffffffffffff, "1.7976931348623157e+308");
    row(0xffefffffffffffff, "-1.7976931348623157e+308");
    row(0x4340000000000000, "9007199254740992");
    row(0xc340000000000000, "-9007199254740992");
    row(0x4430000000000000, "295147905179352830000");
    row(0x44b52d02c7e14af5, "9.999999999999997e+22");
    row(0x44b52d02c7e14af6, "1e+23");
    row(0x44b52d02c7e14af7, "1.0000000000000001e+23");
    row(0x444b1ae4d6e2ef4e, "999999999999999700000");
    row(0x444b1ae4d6e2ef4f, "999999999999999900000");
    row(0x444b1ae4d6e2ef50, "1e+21");
    row(0x3eb0c6f7a0b5ed8c, "9.999999999999997e-7");
    row(0x3eb0c6f7a0b5ed8d, "0.000001");
    row(0x41b3de4355555553, "333333333.3333332");
    row(0x41b3de4355555557, "333333333.33333343");
    row(0xbecbf647612f3696, "-0.0000033333333333333333");
    row(0x43143ff3c1cb0959, "1424953923781206.2");
}

void TestCanonicalJson::numbers()
{
    QFETCH(quint64, bits);
    QFETCH(QByteArray, text);
    QCOMPARE(canonicalJson(std::bit_cast<double>(bits)), text);
}

void TestCanonicalJson::values_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("canonical");
    QTest::newRow("white space and order") << QByteArray(R"({ "b" : [ 1 , true, null ] , "a" : {} })") << QByteArray(R"({"a":{},"b":[1,true,null]})");
    QTest::newRow("escapes") << QByteArray(R"(["\u20ac$\u000f\u000aA'\u0042\u0022\u005c\\\"\/"])")
                             << QByteArray("[\"\xE2\x82\xAC$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"]");
    QTest::newRow("numbers") << QByteArray("[333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001]")
                             << QByteArray("[333333333.3333333,1e+30,4.5,0.002,1e-27]");
    QTest::newRow("big integer") << QByteArray("[9007199254740991, -1]") << QByteArray("[9007199254740991,-1]");
}

void TestCanonicalJson::values()
{
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, canonical);
    const QJsonDocument document = QJsonDocument::fromJson(json);
    QVERIFY(!document.isNull());
    QCOMPARE(canonicalJson(document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object())), canonical);
}

void TestCanonicalJson::keysGoByUtf16()
{
    // RFC 8785, 3.2.3: the emoji's surrogates sort before U+FB33, though its code point is greater.
    const QJsonObject object = QJsonDocument::fromJson(
        R"({"\u20ac":"Euro","\r":"CR","\ufb33":"Dalet","1":"One","\ud83d\ude00":"Grin","\u0080":"Control","\u00f6":"O"})").object();
    const QByteArray text = canonicalJson(object);
    int last = -1;
    for (const char *value : {"CR", "One", "Control", "\"O\"", "Euro", "Grin", "Dalet"}) {
        const int at = int(text.indexOf(value));
        QVERIFY2(at > last, value);
        last = at;
    }
}

void TestCanonicalJson::revisionIdIsFixed()
{
    // Computed apart, with Python's json and hashlib; an id must never change.
    const Revision revision = makeRevision(*DocumentId::parse(u"0193f000-0000-7000-8000-000000000001"_s), u"agent"_s, 1, {}, u"demo"_s,
                                           {1700000000000}, u"first"_s, canonicalJson(QJsonObject{{u"name"_s, u"A"_s}}));
    QCOMPARE(revision.contentSha256, u"b2c9ee672db13673e38e84d0da1a6e765c88b3d0f1dc65244d3f736045aa5c84"_s);
    QCOMPARE(revision.id(), u"9e2be56ac46e98b2da00793fa1488e110805ed3072d80fccddadfb4fed052276"_s);
    QVERIFY(!revision.isTombstone());
    QVERIFY(makeRevision({}, u"agent"_s, 1, {}, {}, {}, {}, tombstoneContent()).isTombstone());
}

void TestCanonicalJson::revisionIgnoresOrderOfParents()
{
    Revision one = makeRevision({}, u"agent"_s, 1, {u"a"_s, u"b"_s}, u"merge"_s, {5}, {}, "{}");
    Revision two = one;
    two.parents = {u"b"_s, u"a"_s};
    QCOMPARE(one.id(), two.id());
    two.message = u"x"_s;
    QVERIFY(one.id() != two.id());
}

void TestCanonicalJson::prettyIsStable()
{
    FieldInfo name, items;
    name.key = u"name"_s;
    items.key = u"items"_s;
    items.fields = {name};
    const QJsonObject object{{u"zeta"_s, 1}, {u"items"_s, QJsonArray{QJsonObject{{u"name"_s, u"n"_s}, {u"a"_s, 1}, {u"id"_s, u"i"_s}}}}, {u"name"_s, u"x"_s}};
    QCOMPARE(prettyJson(object, {name, items}), QByteArray("{\n  \"name\": \"x\",\n  \"items\": [\n    {\"id\": \"i\", \"name\": \"n\", \"a\": 1}\n  ],\n  \"zeta\": 1\n}\n"));
    QCOMPARE(prettyJson({}, {}), QByteArray("{}\n"));
}

QTEST_GUILESS_MAIN(TestCanonicalJson)
#include "test_canonical_json.moc"
