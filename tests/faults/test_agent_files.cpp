// What voxctl says to agent files that are no good: where it is, what to do, and nothing is imported.
#include "tests/support/voxctl_program.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QtTest>
#include <functional>

using namespace vox::test;
using namespace Qt::StringLiterals;

using Spoil = std::function<void(QJsonObject &content, QJsonObject &flow)>;
Q_DECLARE_METATYPE(Spoil)

class TestAgentFiles : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QJsonObject m_file;

    QString write(const QByteArray &bytes) const
    {
        QFile file(m_folder.filePath(u"agent.json"_s));
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate)) return {};
        file.write(bytes);
        return file.fileName();
    }
    QByteArray spoiled(const Spoil &spoil) const
    {
        QJsonObject file = m_file, content = file["content"_L1].toObject(), flow = content["flow"_L1].toObject();
        spoil(content, flow);
        if (content["flow"_L1].isObject()) content["flow"_L1] = flow;
        file["content"_L1] = content;
        return QJsonDocument(file).toJson();
    }
    QByteArray listed() { return VoxctlProgram(m_folder.filePath(u"ws"_s)).run({u"agents"_s, u"list"_s}).out; }

private slots:
    void initTestCase()
    {
        QFile file(QStringLiteral(VOX_SOURCE_DIR "/tests/loop/room_test.agent.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_file = QJsonDocument::fromJson(file.readAll()).object();
        QVERIFY(!listed().isEmpty()); // makes the workspace
    }

    void refused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("says");
        QTest::newRow("no JSON") << QByteArray("{\"kind\": \"agent\",\n oops}") << u"not valid JSON (at 2:"_s;
        QTest::newRow("empty") << QByteArray() << u"not valid JSON"_s;
        QTest::newRow("another kind") << QByteArray(R"({"kind": "customer", "schema": 1, "content": {}})") << u"error /kind:"_s;
        QTest::newRow("unknown field") << spoiled([](QJsonObject &content, QJsonObject &) { content["colour"_L1] = u"red"_s; })
                                       << u"error /colour: The field /colour is not known."_s;
        QTest::newRow("wrong type") << spoiled([](QJsonObject &content, QJsonObject &) { content["languages"_L1] = u"en"_s; })
                                    << u"error /languages: "_s;
        QTest::newRow("dangling edge") << spoiled([](QJsonObject &, QJsonObject &flow) {
            QJsonArray edges = flow["edges"_L1].toArray();
            QJsonObject edge = edges.last().toObject();
            edge["to"_L1] = u"nowhere"_s;
            edges.replace(edges.size() - 1, edge);
            flow["edges"_L1] = edges;
        }) << u"A connection leads to the step nowhere, which is not there."_s;
        QTest::newRow("circle without a listen") << spoiled([](QJsonObject &, QJsonObject &flow) {
            QJsonArray edges;
            for (const QJsonValue &value : flow["edges"_L1].toArray()) {
                QJsonObject edge = value.toObject();
                if (edge["from"_L1] == "hello"_L1) edge["to"_L1] = u"hello"_s;
                edges.append(edge);
            }
            flow["edges"_L1] = edges;
        }) << u"in which nobody listens"_s;
        QTest::newRow("no start") << spoiled([](QJsonObject &, QJsonObject &flow) { flow = {{u"nodes"_s, QJsonArray()}, {u"edges"_s, QJsonArray()}}; })
                                  << u"The script has no start."_s;
    }
    void refused()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, says);
        const QByteArray before = listed();
        const auto outcome = VoxctlProgram(m_folder.filePath(u"ws"_s)).run({u"agents"_s, u"import"_s, write(bytes)});
        QCOMPARE(outcome.status, 1);
        QVERIFY2(outcome.complaints.contains(says), qPrintable(outcome.complaints));
        QVERIFY(outcome.complaints.contains(u"nothing was imported"_s));
        QCOMPARE(listed(), before);
        QCOMPARE(VoxctlProgram(m_folder.filePath(u"ws"_s)).run({u"agents"_s, u"validate"_s, write(bytes)}).status, 1);
    }

    // Newer content is kept as it is, to be read.
    void newerIsReadOnly()
    {
        QJsonObject file = m_file, content = file["content"_L1].toObject();
        content["name"_L1] = u"From the future"_s;
        content["colour"_L1] = u"red"_s;
        file["content"_L1] = content;
        file["schema"_L1] = 99;
        VoxctlProgram voxctl(m_folder.filePath(u"ws"_s));
        const auto outcome = voxctl.run({u"agents"_s, u"import"_s, write(QJsonDocument(file).toJson())});
        QCOMPARE(outcome.status, 0);
        QVERIFY2(outcome.complaints.contains(u"made by a newer version"_s), qPrintable(outcome.complaints));
        const auto back = voxctl.run({u"agents"_s, u"export"_s, u"From the future"_s});
        QCOMPARE(back.json()["content"_L1]["colour"_L1].toString(), u"red"_s);
        QCOMPARE(back.json()["schema"_L1].toInt(), 99);
    }

    void twoOfOneNameAreToldApart()
    {
        VoxctlProgram voxctl(m_folder.filePath(u"ws"_s));
        const QByteArray bytes = QJsonDocument(m_file).toJson();
        const QString first = QString::fromUtf8(voxctl.run({u"agents"_s, u"import"_s, write(bytes)}).out).trimmed();
        QCOMPARE(voxctl.run({u"agents"_s, u"import"_s, write(bytes)}).status, 0);
        const auto named = voxctl.run({u"agents"_s, u"show"_s, u"Room test"_s});
        QCOMPARE(named.status, 1);
        QVERIFY2(named.complaints.contains(u"More than one agent is named “Room test”"_s), qPrintable(named.complaints));
        QCOMPARE(voxctl.run({u"agents"_s, u"show"_s, first}).status, 0);
    }

    void usage_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("no command") << QStringList();
        QTest::newRow("no such command") << QStringList{u"tlk"_s};
        QTest::newRow("no agent") << QStringList{u"talk"_s, u"--text"_s, u"-"_s};
        QTest::newRow("no caller") << QStringList{u"talk"_s, u"--agent"_s, u"Order desk"_s};
        QTest::newRow("two callers") << QStringList{u"talk"_s, u"--agent"_s, u"Order desk"_s, u"--in"_s, u"a.wav"_s, u"--text"_s, u"-"_s};
        QTest::newRow("unknown option") << QStringList{u"talk"_s, u"--agent"_s, u"Order desk"_s, u"--loud"_s};
        QTest::newRow("unknown speed") << QStringList{u"talk"_s, u"--agent"_s, u"Order desk"_s, u"--text"_s, u"-"_s, u"--speed"_s, u"warp"_s};
        QTest::newRow("import what") << QStringList{u"agents"_s, u"import"_s};
        QTest::newRow("unknown bench") << QStringList{u"bench"_s, u"love"_s};
    }
    void usage()
    {
        QFETCH(QStringList, arguments);
        const auto outcome = VoxctlProgram(m_folder.filePath(u"ws"_s)).run(arguments);
        QCOMPARE(outcome.status, 2);
    }
};

QTEST_GUILESS_MAIN(TestAgentFiles)
#include "test_agent_files.moc"
