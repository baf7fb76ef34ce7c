#include "app/workspace/agent_document.h"
#include "app/workspace/agent_documents.h"
#include "app/workspace/demo_content.h"
#include "app/workspace/settings.h"
#include "app/workspace/workspace.h"
#include "models/documents/document_file.h"
#include "models/kinds/agents/agent.h"
#include "tests/unit/app/workspace/await.h"
#include <QJsonArray>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace vox;
using namespace vox::test;
using namespace Qt::StringLiterals;

// A workspace folder, its agents, and editing them from one and from two sides.
class TestWorkspace : public QObject {
    Q_OBJECT
    using Missing = Workspace::Missing;
    using Role = Workspace::Role;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Workspace> m_workspace;

    QString path() const { return m_folder->filePath(u"work space"_s); }
    Result<std::unique_ptr<Workspace>> open(Role role, Missing missing = Missing::CreateDemo) { return Workspace::open(path(), role, missing); }
    DocumentId idOf(const QString &name) { return await(m_workspace->agents().loadByName(name))->id; }
    std::shared_ptr<AgentDocument> session(const QString &name)
    {
        const auto opened = await(m_workspace->agents().open(idOf(name)));
        return opened ? *opened : nullptr;
    }

private slots:
    void init();
    void demoIsCleanAndStable();
    void oneConsoleAtATime();
    void missingIsRefused();
    void editsSurvive();
    void closingWritesWhatIsPending();
    void revisions();
    void sessionsAreShared();
    void removeAndRestore();
    void importIsAllOrNothing();
    void templatesAndCopies();
    void changesFromElsewhereAreTaken();
    void changesFromBothSidesMerge();
    void removedElsewhere();
    void settings();
};

void TestWorkspace::init()
{
    m_workspace.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    auto opened = open(Role::Console);
    QVERIFY2(opened, opened ? "" : qPrintable(opened.error().codeName() + opened.error().args.join(u' ')));
    m_workspace = std::move(*opened);
}

void TestWorkspace::demoIsCleanAndStable()
{
    QVERIFY(m_workspace->wasCreated());
    const auto rows = await(m_workspace->agents().list());
    QVERIFY(rows);
    QCOMPARE(rows->size(), 2);
    for (const AgentRow &row : *rows) {
        const auto snapshot = await(m_workspace->agents().load(row.id));
        for (const Problem &problem : snapshot->problems) qInfo() << row.name << problem.path << problem.error.codeName() << problem.error.args;
        QCOMPARE(row.errors + row.warnings, 0);
        QVERIFY(row.nodes >= 15 && row.nodes <= 25);
    }
    // The files in the tree are as export writes them.
    for (const QString &name : bundledAgents()) {
        const ParsedFile parsed = parseDocumentFile(agentKind(), bundledAgent(name), {1});
        for (const Problem &problem : parsed.problems) qInfo() << name << problem.path << problem.error.codeName() << problem.error.args;
        QVERIFY2(parsed.file, qPrintable(name));
        const QByteArray written = writeDocumentFile(agentKind(), parsed.file->schema, parsed.file->content);
        if (qEnvironmentVariableIsSet("VOX_REBASELINE")) {
            QFile file(QStringLiteral(VOX_SOURCE_DIR "/resources/demo/") + name + u".json"_s);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(written);
            continue;
        }
        QCOMPARE(written, bundledAgent(name));
    }
}

void TestWorkspace::oneConsoleAtATime()
{
    const auto second = open(Role::Console);
    QVERIFY(!second);
    QCOMPARE(second.error().code, Error::Code::WorkspaceHeld);
    QVERIFY(second.error().args.last().contains(QString::number(QCoreApplication::applicationPid())));
    const auto tool = open(Role::Tool);
    QVERIFY(tool);
    QCOMPARE((*tool)->id(), m_workspace->id());
    m_workspace.reset();
    QVERIFY(open(Role::Console));
}

void TestWorkspace::missingIsRefused()
{
    const QString nowhere = m_folder->filePath(u"nowhere"_s);
    const auto refused = Workspace::open(nowhere, Role::Tool, Missing::Refuse);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, Error::Code::NotFound);
    QVERIFY(!QFileInfo::exists(nowhere));
    const auto empty = Workspace::open(nowhere, Role::Console, Missing::CreateEmpty);
    QVERIFY(empty);
    QVERIFY(await((*empty)->agents().list())->isEmpty());
}

void TestWorkspace::editsSurvive()
{
    {
        const auto document = session(u"order desk"_s);
        QVERIFY(document);
        QSignalSpy saved(document.get(), &AgentDocument::saveStateChanged);
        document->setValue(u"/description"_s, u"New words"_s, {"Edit description"});
        QCOMPARE(document->saveState(), AgentDocument::SaveState::Pending);
        QVERIFY(document->differsFromHead());
        QVERIFY(QTest::qWaitFor([&] { return document->saveState() == AgentDocument::SaveState::Saved; }));
        QVERIFY(document->undoLabel());
        document->undo();
        QVERIFY(!document->differsFromHead());
        document->redo();
        QVERIFY(await(document->save()));
    }
    m_workspace.reset();
    m_workspace = std::move(*open(Role::Console));
    const auto document = session(u"Order desk"_s);
    QCOMPARE(document->content().value("description"_L1).toString(), u"New words"_s);
    QVERIFY(document->differsFromHead()); // a working copy, no revision yet
    QVERIFY(!document->undoLabel());
}

void TestWorkspace::closingWritesWhatIsPending()
{
    auto document = session(u"Order desk"_s);
    document->setValue(u"/name"_s, u"Orders"_s, {"Rename"});
    document.reset();
    m_workspace.reset();
    m_workspace = std::move(*open(Role::Console));
    QVERIFY(await(m_workspace->agents().loadByName(u"orders"_s)));
}

void TestWorkspace::revisions()
{
    const auto document = session(u"Order desk"_s);
    const RevisionId first = document->head();
    QCOMPARE(*await(document->makeRevision()), first); // nothing changed
    const QJsonObject before = document->content();
    document->setValue(u"/description"_s, u"v2"_s, {"Edit"});
    const auto second = await(document->makeRevision(u"Second"_s));
    QVERIFY(second && *second != first);
    QCOMPARE(document->head(), *second);
    QCOMPARE(*await(m_workspace->agents().revisionForCall(document->id())), *second);
    const auto history = await(m_workspace->agents().history(document->id()));
    QCOMPARE(history->size(), 2);
    QCOMPARE(history->first().header.message, u"Second"_s);
    QCOMPARE(*await(m_workspace->agents().contentOf(first)), before);
    QVERIFY(await(document->restoreRevision(first)));
    QCOMPARE(document->content(), before);
    document->undo();
    QCOMPARE(document->content().value("description"_L1).toString(), u"v2"_s);
}

void TestWorkspace::sessionsAreShared()
{
    const DocumentId id = idOf(u"Order desk"_s);
    const auto one = m_workspace->agents().open(id), two = m_workspace->agents().open(id); // both before either is there
    QCOMPARE(await(one)->get(), await(two)->get());
}

void TestWorkspace::removeAndRestore()
{
    const auto document = session(u"Order desk"_s);
    document->setValue(u"/description"_s, u"unsaved"_s, {"Edit"});
    QVERIFY(await(document->save()));
    const DocumentId id = document->id();
    QVERIFY(await(m_workspace->agents().remove(id)));
    QCOMPARE(await(m_workspace->agents().list())->size(), 1);
    QCOMPARE(await(m_workspace->agents().load(id)).error().code, Error::Code::NotFound);
    QVERIFY(await(m_workspace->agents().restore(id)));
    QCOMPARE(await(m_workspace->agents().load(id))->content.value("description"_L1).toString(), u"unsaved"_s);
}

void TestWorkspace::importIsAllOrNothing()
{
    const QByteArray good = *await(m_workspace->agents().exportFile(idOf(u"Order desk"_s)));
    QByteArray dangling = good;
    dangling.replace("\"to\": \"greeting\"", "\"to\": \"nowhere\"");
    QVERIFY(dangling != good);
    QByteArray unknown = good;
    unknown.replace("\"goal_ms\": 800", "\"goal_ms\": 800, \"colour\": 1");
    for (const QByteArray &bytes : {dangling, unknown, QByteArray("{"), QByteArray()}) {
        const auto refused = await(m_workspace->agents().importFile(bytes));
        QVERIFY(refused);
        QVERIFY(refused->id.isNull());
        QVERIFY(hasErrors(refused->problems));
    }
    QCOMPARE(await(m_workspace->agents().list())->size(), 2);
    const auto imported = await(m_workspace->agents().importFile(good));
    QVERIFY(imported && !imported->id.isNull());
    QCOMPARE(*await(m_workspace->agents().exportFile(imported->id)), good);
    QCOMPARE(await(m_workspace->agents().loadByName(u"Order desk"_s)).error().code, Error::Code::Conflict);
}

void TestWorkspace::templatesAndCopies()
{
    QCOMPARE(m_workspace->agents().templates().size(), 4);
    for (const AgentTemplate &one : m_workspace->agents().templates()) {
        const auto made = await(m_workspace->agents().createFromTemplate(one.id, u"From "_s + one.id));
        QVERIFY(made);
        QVERIFY(!hasErrors(await(m_workspace->agents().load(*made))->problems));
    }
    const auto copy = await(m_workspace->agents().duplicate(idOf(u"Order desk"_s), u"Copy"_s));
    QVERIFY(copy);
    QCOMPARE(idOf(u"copy"_s), *copy);
    QVERIFY(!await(m_workspace->agents().createFromTemplate(u"none"_s)));
}

void TestWorkspace::changesFromElsewhereAreTaken()
{
    const auto document = session(u"Order desk"_s);
    QSignalSpy replaced(document.get(), &AgentDocument::replacedFromElsewhere);
    auto tool = open(Role::Tool);
    QVERIFY(tool);
    {
        const auto there = await((*tool)->agents().open(document->id()));
        (*there)->setValue(u"/description"_s, u"from the tool"_s, {"Edit"});
        QVERIFY(await((*there)->makeRevision()));
    }
    QVERIFY(QTest::qWaitFor([&] { return replaced.count() > 0; }));
    QCOMPARE(document->content().value("description"_L1).toString(), u"from the tool"_s);
    QVERIFY(!document->differsFromHead());
    document->setValue(u"/goal_ms"_s, 700, {"Edit"});
    QVERIFY(await(document->makeRevision())); // on top of the tool's
    QCOMPARE(await(m_workspace->agents().history(document->id()))->size(), 3);
}

void TestWorkspace::changesFromBothSidesMerge()
{
    const auto document = session(u"Order desk"_s);
    document->setValue(u"/goal_ms"_s, 700, {"Edit"});
    QVERIFY(await(document->save()));
    auto tool = open(Role::Tool);
    const auto there = await((*tool)->agents().open(document->id()));
    (*there)->setValue(u"/description"_s, u"theirs"_s, {"Edit"});
    QVERIFY(await((*there)->save()));
    document->setValue(u"/goal_ms"_s, 600, {"Edit"});
    QVERIFY(await(document->save())); // meets the tool's copy
    QCOMPARE(document->content().value("description"_L1).toString(), u"theirs"_s);
    QCOMPARE(document->content().value("goal_ms"_L1).toInt(), 600);
    const auto stored = await(m_workspace->agents().load(document->id()));
    QCOMPARE(stored->content, document->content());
}

void TestWorkspace::removedElsewhere()
{
    const auto document = session(u"Order desk"_s);
    QSignalSpy removed(document.get(), &AgentDocument::removedElsewhere);
    auto tool = open(Role::Tool);
    QVERIFY(await((*tool)->agents().remove(document->id())));
    QVERIFY(QTest::qWaitFor([&] { return removed.count() > 0; }));
}

void TestWorkspace::settings()
{
    QSignalSpy changed(&m_workspace->settings(), &Settings::changed);
    QVERIFY(await(m_workspace->settings().setValue(u"audio.microphone"_s, u"USB"_s)));
    QCOMPARE(changed.count(), 1);
    auto tool = open(Role::Tool);
    QCOMPARE((*tool)->settings().value(u"audio.microphone"_s).toString(), u"USB"_s);
    QVERIFY(await((*tool)->settings().setValue(u"audio.loudspeaker"_s, u"Desk"_s)));
    QVERIFY(QTest::qWaitFor([&] { return changed.count() == 2; }));
    QCOMPARE(m_workspace->settings().value(u"audio.loudspeaker"_s).toString(), u"Desk"_s);
}

QTEST_GUILESS_MAIN(TestWorkspace)
#include "test_workspace.moc"
