#include "ui/viewmodels/text_diff.h"
#include <QJsonArray>
#include <QRandomGenerator>
#include <QtTest>

using namespace vox;
using namespace Qt::StringLiterals;
using Kind = TextLine::Kind;

class TestTextDiff : public QObject {
    Q_OBJECT

    static QString told(const QList<TextLine> &lines)
    {
        QStringList out;
        for (const TextLine &line : lines)
            out.append(line.kind == Kind::Folded ? u"…%1"_s.arg(line.folded) : (line.kind == Kind::Added ? u"+"_s : line.kind == Kind::Removed ? u"-"_s : u" "_s) + line.text);
        return out.join(u'|');
    }

private slots:
    void lines_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("expected");
        QTest::newRow("one empty line") << QString() << QString() << u"…1"_s;
        QTest::newRow("equal") << u"a b"_s << u"a b"_s << u"…2"_s;
        QTest::newRow("one came") << u"a c"_s << u"a b c"_s << u" a|+b| c"_s;
        QTest::newRow("one went") << u"a b c"_s << u"a c"_s << u" a|-b| c"_s;
        QTest::newRow("last came") << u"a"_s << u"a b"_s << u" a|+b"_s;
        QTest::newRow("what went comes first") << u"a x c"_s << u"a y c"_s << u" a|-x|+y| c"_s;
        QTest::newRow("folded before and after") << u"1 2 3 x 4 5 6"_s << u"1 2 3 4 5 6"_s << u"…2| 3|-x| 4|…2"_s;
        QTest::newRow("between two changes") << u"x 1 2 3 4 y"_s << u"1 2 3 4"_s << u"-x| 1|…2| 4|-y"_s;
    }
    void lines()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QTEST(told(textDiff(before.split(u' '), after.split(u' '), 1)), "expected");
    }

    // Whatever the texts: the lines give both of them again.
    void bothTextsAreThere()
    {
        QRandomGenerator random(11);
        for (int round = 0; round < 200; ++round) {
            QStringList before, after;
            for (QStringList *text : {&before, &after})
                for (int i = 0, count = int(random.bounded(30)); i < count; ++i) text->append(QString(QChar(u'a' + ushort(random.bounded(5)))));
            QStringList old, fresh;
            for (const TextLine &line : textDiff(before, after, 100)) {
                QVERIFY(line.kind != Kind::Folded);
                if (line.kind != Kind::Added) old.append(line.text);
                if (line.kind != Kind::Removed) fresh.append(line.text);
            }
            QCOMPARE(old, before);
            QCOMPARE(fresh, after);
        }
    }

    // Ten thousand lines that have nothing in common are told at once.
    void strangersAreNotMatched()
    {
        QStringList before, after;
        for (int i = 0; i < 10'000; ++i) {
            before.append(u"old %1"_s.arg(i));
            after.append(u"new %1"_s.arg(i));
        }
        const auto lines = textDiff(before, after);
        QCOMPARE(lines.size(), 20'000);
        QCOMPARE(lines.first().kind, Kind::Removed);
        QCOMPARE(lines.last().kind, Kind::Added);
    }

    void anAgentIsAnOutline()
    {
        const QJsonObject content{
            {u"name"_s, u"Desk"_s},
            {u"goal_ms"_s, 700},
            {u"languages"_s, QJsonArray{u"en"_s, u"ru"_s}},
            {u"prompt"_s, QJsonObject{{u"en"_s, u"Be kind.\nBe brief."_s}}},
            {u"flow"_s, QJsonObject{{u"nodes"_s, QJsonArray{QJsonObject{{u"id"_s, u"a"_s}, {u"type"_s, u"say"_s}, {u"name"_s, u"Hello"_s}, {u"position"_s, QJsonObject{{u"x"_s, 3}}},
                                                                        {u"settings"_s, QJsonObject{{u"text"_s, QJsonObject{{u"en"_s, u"Hi"_s}}}}}},
                                                            QJsonObject{{u"id"_s, u"b"_s}, {u"type"_s, u"end"_s}, {u"name"_s, u"Bye"_s}}}},
                                    {u"edges"_s, QJsonArray{QJsonObject{{u"id"_s, u"e"_s}, {u"from"_s, u"a"_s}, {u"port"_s, u"next"_s}, {u"to"_s, u"b"_s}}}}}}};
        const QString text = agentText(content).join(u'\n');
        for (const QString &part : {u"name: Desk\n"_s, u"goal_ms: 700\n"_s, u"languages:\n  - en\n  - ru\n"_s, u"  en:\n    Be kind.\n    Be brief.\n"_s, u"] Hello\n  text:\n    en: Hi\n  next → Bye"_s})
            QVERIFY2(text.contains(part), qPrintable(part + u"\nis not in\n"_s + text));
        QVERIFY(!text.contains(u"position"_s));
        // Moving a node on the canvas is no change of the text.
        QJsonObject moved = content;
        QJsonObject flow = moved["flow"_L1].toObject();
        QJsonArray nodes = flow["nodes"_L1].toArray();
        QJsonObject first = nodes[0].toObject();
        first["position"_L1] = QJsonObject{{u"x"_s, 90}};
        nodes[0] = first;
        flow["nodes"_L1] = nodes;
        moved["flow"_L1] = flow;
        QCOMPARE(agentText(moved), agentText(content));
    }
};

QTEST_GUILESS_MAIN(TestTextDiff)
#include "test_text_diff.moc"
