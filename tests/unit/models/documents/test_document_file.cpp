#include "models/documents/document_file.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

using namespace vox;
using namespace Qt::StringLiterals;

class TestDocumentFile : public QObject {
    Q_OBJECT

    static KindInfo kind();
    static ParsedFile parse(const QByteArray &bytes) { return parseDocumentFile(kind(), bytes, {1'700'000'000'000}); }

private slots:
    void refusals_data();
    void refusals();
    void readsAndWrites();
    void olderIsUpgraded();
    void newerIsKept();
    void mutations();
};

// Schema 2 of a kind that once called its title "caption".
KindInfo TestDocumentFile::kind()
{
    KindInfo kind;
    kind.name = u"note"_s;
    kind.schema = 2;
    FieldInfo title, items, itemName;
    title.key = u"title"_s;
    title.required = true;
    itemName.key = u"name"_s;
    items.key = u"items"_s;
    items.type = FieldType::ObjectList;
    items.fields = {itemName};
    kind.fields = {title, items};
    kind.upgrades = {[](QJsonObject content) {
        content.insert(u"title"_s, content.take(u"caption"_s));
        return content;
    }};
    kind.validate = [](const QJsonObject &content) -> Problems {
        if (content.value("title"_L1) != "forbidden"_L1) return {};
        return {{Problem::Severity::Error, u"/title"_s, Error(Error::Code::BadValue, {u"/title"_s}), {}}};
    };
    return kind;
}

void TestDocumentFile::refusals_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Error::Code>("code");
    QTest::addColumn<QString>("path");
    using Code = Error::Code;
    QTest::newRow("empty") << QByteArray() << Code::NotJson << QString();
    QTest::newRow("no JSON") << QByteArray("{\n  \"kind\": oops }") << Code::NotJson << QString();
    QTest::newRow("an array") << QByteArray("[]") << Code::NotJson << QString();
    QTest::newRow("no kind") << QByteArray(R"({"schema":2,"content":{}})") << Code::MissingField << u"/kind"_s;
    QTest::newRow("another kind") << QByteArray(R"({"kind":"x","schema":2,"content":{}})") << Code::BadValue << u"/kind"_s;
    QTest::newRow("schema 0") << QByteArray(R"({"kind":"note","schema":0,"content":{}})") << Code::OutOfRange << u"/schema"_s;
    QTest::newRow("content is text") << QByteArray(R"({"kind":"note","schema":2,"content":"x"})") << Code::WrongType << u"/content"_s;
    QTest::newRow("unknown beside") << QByteArray(R"({"kind":"note","schema":2,"content":{},"x":1})") << Code::UnknownField << u"/x"_s;
    QTest::newRow("unknown inside") << QByteArray(R"({"kind":"note","schema":2,"content":{"title":"a","x":1}})") << Code::UnknownField << u"/x"_s;
    QTest::newRow("wrong type in a list") << QByteArray(R"({"kind":"note","schema":2,"content":{"title":"a","items":[{"name":1}]}})")
                                          << Code::WrongType << u"/items/0/name"_s;
    QTest::newRow("repeated id") << QByteArray(R"({"kind":"note","schema":2,"content":{"title":"a","items":[{"id":"1"},{"id":"1"}]}})")
                                 << Code::BadValue << u"/items/1/id"_s;
    QTest::newRow("the kind's rule") << QByteArray(R"({"kind":"note","schema":2,"content":{"title":"forbidden"}})") << Code::BadValue << u"/title"_s;
    QTest::newRow("too large") << QByteArray(17 * 1024 * 1024, ' ') << Code::TooLarge << QString();
}

void TestDocumentFile::refusals()
{
    QFETCH(QByteArray, bytes);
    QFETCH(Error::Code, code);
    QFETCH(QString, path);
    const ParsedFile parsed = parse(bytes);
    QVERIFY(!parsed.file);
    QVERIFY(hasErrors(parsed.problems));
    QCOMPARE(parsed.problems.first().error.code, code);
    QCOMPARE(parsed.problems.first().path, path);
    if (QByteArray(QTest::currentDataTag()) == "no JSON") QVERIFY(parsed.problems.first().error.args.last().startsWith(u"2:"_s));
}

void TestDocumentFile::readsAndWrites()
{
    const ParsedFile parsed = parse(R"({"content":{"items":[{"name":"a"},{"id":"mine","name":"b"}],"title":"T"},"schema":2,"kind":"note"})");
    QVERIFY(parsed.file);
    const QJsonArray items = parsed.file->content.value("items"_L1).toArray();
    QVERIFY(!items[0].toObject().value("id"_L1).toString().isEmpty());
    QCOMPARE(items[1].toObject().value("id"_L1).toString(), u"mine"_s);
    const QByteArray written = writeDocumentFile(kind(), 2, parsed.file->content);
    QVERIFY(written.startsWith("{\n  \"kind\": \"note\",\n  \"schema\": 2,\n  \"content\": {\n    \"title\": \"T\",\n"));
    QCOMPARE(writeDocumentFile(kind(), 2, parse(written).file->content), written);
}

void TestDocumentFile::olderIsUpgraded()
{
    const ParsedFile parsed = parse(R"({"kind":"note","schema":1,"content":{"caption":"T"}})");
    QVERIFY(parsed.file);
    QCOMPARE(parsed.file->schema, 2);
    QCOMPARE(parsed.file->content, (QJsonObject{{u"title"_s, u"T"_s}}));
}

void TestDocumentFile::newerIsKept()
{
    const QJsonObject content{{u"future"_s, QJsonArray{1, 2}}};
    const ParsedFile parsed = parse(writeDocumentFile(kind(), 3, content));
    QVERIFY(parsed.file && parsed.file->readOnly);
    QCOMPARE(parsed.file->schema, 3);
    QCOMPARE(parsed.file->content, content);
    QCOMPARE(parsed.problems.first().severity, Problem::Severity::Warning);
}

void TestDocumentFile::mutations()
{
    const QByteArray good = R"({"kind":"note","schema":2,"content":{"title":"Привет","items":[{"id":"1","name":"a"},{"id":"2","name":"b"}]}})";
    QRandomGenerator random(42);
    int refused = 0;
    for (int round = 0; round < 3000; ++round) {
        QByteArray bytes = good;
        for (int i = int(random.bounded(1, 6)); i > 0; --i) {
            const int at = int(random.bounded(int(bytes.size())));
            if (random.bounded(2)) bytes[at] = char(random.bounded(256));
            else bytes.remove(at, int(random.bounded(1, 5)));
            if (bytes.isEmpty()) bytes = "{";
        }
        const ParsedFile parsed = parse(bytes);
        QVERIFY(parsed.file || hasErrors(parsed.problems));
        refused += parsed.file ? 0 : 1;
    }
    QVERIFY(refused > 1000);
    QVERIFY(!parse(QByteArray("[").repeated(100'000)).file); // deep nesting
}

QTEST_GUILESS_MAIN(TestDocumentFile)
#include "test_document_file.moc"
