#include "models/documents/diff.h"
#include "models/documents/edit_history.h"
#include "models/documents/json_pointer.h"
#include "models/documents/line_merge.h"
#include "models/documents/merge.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

using namespace vox;
using namespace Qt::StringLiterals;

class TestDiffAndMerge : public QObject {
    Q_OBJECT

    static QJsonObject json(const char *text) { return QJsonDocument::fromJson(text).object(); }
    static FieldList fields();

private slots:
    void differences_data();
    void differences();
    void merges_data();
    void merges();
    void mergeIsSymmetricWithoutConflicts();
    void lines_data();
    void lines();
    void pointers_data();
    void pointers();
    void undo();
    void typingMerges();
};

FieldList TestDiffAndMerge::fields()
{
    FieldInfo name, text, tags, order, items;
    name.key = u"name"_s;
    name.label = "Name";
    text.key = u"text"_s;
    text.type = FieldType::LongText;
    tags.key = u"tags"_s;
    tags.type = FieldType::TextList;
    order.key = u"order"_s;
    order.type = FieldType::TextList;
    order.ordered = true;
    items.key = u"items"_s;
    items.label = "Items";
    items.type = FieldType::ObjectList;
    items.fields = {name, text};
    return {name, text, tags, order, items};
}

void TestDiffAndMerge::differences_data()
{
    QTest::addColumn<QByteArray>("base");
    QTest::addColumn<QByteArray>("other");
    QTest::addColumn<QString>("changes");
    const auto row = [](const char *name, const char *base, const char *other, const QString &changes) {
        QTest::newRow(name) << QByteArray(base) << QByteArray(other) << changes;
    };
    row("nothing", R"({"name":"a"})", R"({"name":"a"})", {});
    row("scalar", R"({"name":"a"})", R"({"name":"b"})", u"~/name"_s);
    row("added and removed", R"({"name":"a"})", R"({"text":"b"})", u"-/name +/text"_s);
    row("unknown field", R"({"x":{"y":1}})", R"({"x":{"y":2}})", u"~/x/y"_s);
    row("item by id", R"({"items":[{"id":"1","name":"a"},{"id":"2","name":"b"}]})", R"({"items":[{"id":"2","name":"c"},{"id":"3","name":"d"}]})",
        u"-/items/1 ~/items/2/name +/items/3"_s);
    row("moved", R"({"items":[{"id":"1"},{"id":"2"}]})", R"({"items":[{"id":"2"},{"id":"1"}]})", u"=/items"_s);
    row("scalar list is a whole", R"({"tags":["a"]})", R"({"tags":["a","b"]})", u"~/tags"_s);
}

void TestDiffAndMerge::differences()
{
    QFETCH(QByteArray, base);
    QFETCH(QByteArray, other);
    QFETCH(QString, changes);
    QStringList found;
    for (const Change &change : diff(json(base), json(other), fields())) found.append(u"+-~="_s.at(int(change.what)) + change.path);
    QCOMPARE(found.join(u' '), changes);
}

void TestDiffAndMerge::merges_data()
{
    QTest::addColumn<QByteArray>("base");
    QTest::addColumn<QByteArray>("ours");
    QTest::addColumn<QByteArray>("theirs");
    QTest::addColumn<QByteArray>("merged");
    QTest::addColumn<QString>("conflicts");
    const auto row = [](const char *name, const char *base, const char *ours, const char *theirs, const char *merged, const QString &conflicts = {}) {
        QTest::newRow(name) << QByteArray(base) << QByteArray(ours) << QByteArray(theirs) << QByteArray(merged) << conflicts;
    };
    row("different fields", R"({"name":"a","text":"t"})", R"({"name":"b","text":"t"})", R"({"name":"a","text":"u"})", R"({"name":"b","text":"u"})");
    row("same change", R"({"name":"a"})", R"({"name":"b"})", R"({"name":"b"})", R"({"name":"b"})");
    row("same field", R"({"name":"a"})", R"({"name":"b"})", R"({"name":"c"})", R"({"name":"b"})", u"/name"_s);
    row("lines", R"({"text":"1\n2\n3"})", R"({"text":"0\n1\n2\n3"})", R"({"text":"1\n2\n4"})", R"({"text":"0\n1\n2\n4"})");
    row("same line", R"({"text":"1\n2\n3"})", R"({"text":"1\na\n3"})", R"({"text":"1\nb\n3"})", R"({"text":"1\na\n3"})", u"/text"_s);
    row("sets", R"({"tags":["a","b","c"]})", R"({"tags":["a","c","d"]})", R"({"tags":["a","b","e"]})", R"({"tags":["a","d","e"]})");
    row("ordered list", R"({"order":["a","b"]})", R"({"order":["z","a","b"]})", R"({"order":["a","b","c"]})", R"({"order":["z","a","b","c"]})");
    row("items apart", R"({"items":[{"id":"1","name":"a"},{"id":"2","name":"b"}]})", R"({"items":[{"id":"1","name":"x"},{"id":"2","name":"b"}]})",
        R"({"items":[{"id":"1","name":"a"},{"id":"2","name":"y"}]})", R"({"items":[{"id":"1","name":"x"},{"id":"2","name":"y"}]})");
    row("both add", R"({"items":[{"id":"1"}]})", R"({"items":[{"id":"1"},{"id":"2"}]})", R"({"items":[{"id":"1"},{"id":"3"}]})",
        R"({"items":[{"id":"1"},{"id":"2"},{"id":"3"}]})");
    row("delete against untouched", R"({"items":[{"id":"1","name":"a"},{"id":"2"}]})", R"({"items":[{"id":"2"}]})",
        R"({"items":[{"id":"1","name":"a"},{"id":"2"}]})", R"({"items":[{"id":"2"}]})");
    row("delete against edit", R"({"items":[{"id":"1","name":"a"},{"id":"2"}]})", R"({"items":[{"id":"2"}]})",
        R"({"items":[{"id":"1","name":"b"},{"id":"2"}]})", R"({"items":[{"id":"1","name":"b"},{"id":"2"}]})", u"/items/1"_s);
    row("move against edit", R"({"items":[{"id":"1","name":"a"},{"id":"2"}]})", R"({"items":[{"id":"2"},{"id":"1","name":"a"}]})",
        R"({"items":[{"id":"1","name":"b"},{"id":"2"}]})", R"({"items":[{"id":"2"},{"id":"1","name":"b"}]})");
    row("unknown settings merge by key", R"({"s":{"a":1,"b":1}})", R"({"s":{"a":2,"b":1}})", R"({"s":{"a":1,"b":2}})", R"({"s":{"a":2,"b":2}})");
    row("field removed against kept", R"({"name":"a","text":"t"})", R"({"name":"a"})", R"({"name":"a","text":"t"})", R"({"name":"a"})");
    row("field removed against changed", R"({"text":"t"})", R"({})", R"({"text":"u"})", R"({})", u"/text"_s);
}

void TestDiffAndMerge::merges()
{
    QFETCH(QByteArray, base);
    QFETCH(QByteArray, ours);
    QFETCH(QByteArray, theirs);
    QFETCH(QByteArray, merged);
    QFETCH(QString, conflicts);
    const Merged result = merge(json(base), json(ours), json(theirs), fields());
    QCOMPARE(result.content, json(merged));
    QStringList paths;
    for (const MergeConflict &conflict : result.conflicts) paths.append(conflict.path);
    QCOMPARE(paths.join(u' '), conflicts);
}

void TestDiffAndMerge::mergeIsSymmetricWithoutConflicts()
{
    QRandomGenerator random(7);
    const auto some = [&](QJsonObject object) {
        QJsonArray items = object.value("items"_L1).toArray();
        for (int i = 0; i < 3; ++i) {
            const int at = int(random.bounded(int(items.size())));
            QJsonObject item = items[at].toObject();
            if (random.bounded(3) == 0) items.removeAt(at);
            else item.insert("name"_L1, int(random.bounded(1000))), items[at] = item;
        }
        object.insert("items"_L1, items);
        return object;
    };
    QJsonArray items;
    for (int i = 0; i < 12; ++i) items.append(QJsonObject{{u"id"_s, QString::number(i)}, {u"name"_s, i}});
    const QJsonObject base{{u"items"_s, items}};
    int clean = 0;
    for (int round = 0; round < 200; ++round) {
        const QJsonObject ours = some(base), theirs = some(base);
        const Merged one = merge(base, ours, theirs, fields()), two = merge(base, theirs, ours, fields());
        QCOMPARE(one.conflicts.size(), two.conflicts.size());
        QCOMPARE(merge(base, ours, base, fields()).content, ours);
        QCOMPARE(merge(base, base, theirs, fields()).content, theirs);
        if (!one.conflicts.isEmpty()) continue;
        ++clean;
        QCOMPARE(one.content, two.content);
    }
    QVERIFY(clean > 20);
}

void TestDiffAndMerge::lines_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<QString>("ours");
    QTest::addColumn<QString>("theirs");
    QTest::addColumn<QString>("merged"); // "!" when there is none
    QTest::newRow("both ends") << u"a b c"_s << u"x a b c"_s << u"a b c y"_s << u"x a b c y"_s;
    QTest::newRow("both the same") << u"a b c"_s << u"a x c"_s << u"a x c"_s << u"a x c"_s;
    QTest::newRow("delete and keep") << u"a b c"_s << u"a c"_s << u"a b c d"_s << u"a c d"_s;
    QTest::newRow("same place") << u"a b c"_s << u"a x c"_s << u"a y c"_s << u"!"_s;
    QTest::newRow("empty base") << QString() << u"a"_s << u"b"_s << u"!"_s;
    QTest::newRow("repeated") << u"a a a"_s << u"a a"_s << u"a a a a"_s << u"!"_s;
}

void TestDiffAndMerge::lines()
{
    QFETCH(QString, base);
    QFETCH(QString, ours);
    QFETCH(QString, theirs);
    QFETCH(QString, merged);
    const auto words = [](const QString &text) { return text.split(u' ', Qt::SkipEmptyParts); };
    const auto result = mergeSequences(words(base), words(ours), words(theirs));
    if (QByteArray(QTest::currentDataTag()) == "repeated") return; // either answer is right; it must only end
    QCOMPARE(result ? result->join(u' ') : u"!"_s, merged);
}

void TestDiffAndMerge::pointers_data()
{
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QByteArray>("result");
    const QJsonValue gone = QJsonValue::Undefined;
    QTest::newRow("replace") << u"/a"_s << QJsonValue(2) << QByteArray(R"({"a":2,"l":[1,{"x":1}]})");
    QTest::newRow("make the way") << u"/b/c"_s << QJsonValue(2) << QByteArray(R"({"a":1,"b":{"c":2},"l":[1,{"x":1}]})");
    QTest::newRow("into a list") << u"/l/1/x"_s << QJsonValue(2) << QByteArray(R"({"a":1,"l":[1,{"x":2}]})");
    QTest::newRow("append") << u"/l/-"_s << QJsonValue(2) << QByteArray(R"({"a":1,"l":[1,{"x":1},2]})");
    QTest::newRow("remove from a list") << u"/l/0"_s << gone << QByteArray(R"({"a":1,"l":[{"x":1}]})");
    QTest::newRow("remove") << u"/a"_s << gone << QByteArray(R"({"l":[1,{"x":1}]})");
    QTest::newRow("beyond the list") << u"/l/7"_s << QJsonValue(2) << QByteArray(R"({"a":1,"l":[1,{"x":1}]})");
    QTest::newRow("through a number") << u"/a/b"_s << QJsonValue(2) << QByteArray(R"({"a":1,"l":[1,{"x":1}]})");
    QTest::newRow("escaped") << u"/m~1n~0"_s << QJsonValue(2) << QByteArray(R"({"a":1,"l":[1,{"x":1}],"m/n~":2})");
}

void TestDiffAndMerge::pointers()
{
    QFETCH(QString, pointer);
    QFETCH(QJsonValue, value);
    QFETCH(QByteArray, result);
    QCOMPARE(withValueAt(json(R"({"a":1,"l":[1,{"x":1}]})"), pointer, value), json(result));
}

void TestDiffAndMerge::undo()
{
    EditHistory history(json(R"({"n":0})"));
    QVERIFY(!history.edit(json(R"({"n":0})"), {"Same"}, {0}));
    for (int n = 1; n <= 3; ++n) QVERIFY(history.edit(QJsonObject{{u"n"_s, n}}, {"Count"}, {n}));
    history.undo();
    history.undo();
    QCOMPARE(history.content(), json(R"({"n":1})"));
    QVERIFY(history.canRedo());
    history.redo();
    QCOMPARE(history.content(), json(R"({"n":2})"));
    QVERIFY(history.edit(json(R"({"n":9})"), {"Other"}, {9}));
    QVERIFY(!history.canRedo());
    QCOMPARE(history.undoLabel()->label, "Other");
    for (int i = 0; i < 10; ++i) history.undo();
    QCOMPARE(history.content(), json(R"({"n":0})"));
    QVERIFY(!history.canUndo());
}

void TestDiffAndMerge::typingMerges()
{
    EditHistory history(json(R"({"t":""})"));
    const auto type = [&](const char *text, qint64 at, const QString &key = u"t"_s) {
        history.edit(QJsonObject{{u"t"_s, QLatin1String(text)}}, {"Type", {}, key}, {at});
    };
    type("a", 0);
    type("ab", 900);
    type("abc", 1800); // each within a second of the last
    history.undo();
    QCOMPARE(history.content(), json(R"({"t":""})"));
    history.redo();
    QCOMPARE(history.content(), json(R"({"t":"abc"})"));
    type("abcd", 1900); // after undo and redo: a step of its own
    type("abcde", 4000); // too late
    type("x", 4100, u"other"_s);
    history.breakMerging();
    type("xy", 4200, u"other"_s);
    for (const char *expected : {"x", "abcde", "abcd", "abc", ""}) {
        history.undo();
        QCOMPARE(history.content().value("t"_L1).toString(), QLatin1String(expected));
    }
}

QTEST_GUILESS_MAIN(TestDiffAndMerge)
#include "test_diff_and_merge.moc"
