#include "app/workspace/agent_documents.h"
#include "app/workspace/conversations.h"
#include "app/workspace/finished_conversation.h"
#include "app/workspace/store_pool.h"
#include "app/workspace/workspace.h"
#include "models/conversation/log.h"
#include "tests/ui/conversations/long_call.h"
#include "tests/unit/app/workspace/await.h"
#include "ui/kit/chip.h"
#include "ui/kit/empty.h"
#include "ui/kit/latency_parts.h"
#include "ui/kit/row_delegate.h"
#include "ui/kit/search_field.h"
#include "ui/kit/style.h"
#include "ui/screens/call/transcript_view.h"
#include "ui/screens/conversations/conversations_screen.h"
#include "ui/screens/conversations/conversations_table.h"
#include "ui/screens/conversations/detail_page.h"
#include "ui/screens/conversations/list_page.h"
#include <QApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace vox;
using namespace vox::test;
using namespace Qt::StringLiterals;

// The list and one conversation, walked by keyboard over a real workspace.
class TestConversationsScreen : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { kit::Style::install(*qApp); }
    void init();
    void cleanup();
    void listFillsAndPages();
    void searchDownOpenBack();
    void deleteIsUndone();
    void delaysAreJudgedByTheAgentsGoal_data();
    void delaysAreJudgedByTheAgentsGoal();
    void emptyTeaches();
    void nothingFound();
    void playsFromALine();
    void repeatedOpeningLeavesNothing();

private:
    ListPage &list() { return *m_screen->findChild<ListPage *>(); }
    QTableView &rows() { return *list().findChild<QTableView *>(); }
    DetailPage &detail() { return *m_screen->findChild<DetailPage *>(); }
    void put(int count, const QString &agentName, const QString &agent = {});
    DocumentId agentWithGoal(int ms);
    void make();

    QTemporaryDir m_folder;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<SilentPlayer> m_player;
    std::unique_ptr<ConversationsScreen> m_screen;
    int m_made = 0;
};

void TestConversationsScreen::put(int count, const QString &agentName, const QString &agent)
{
    QList<ConversationStore::Entry> entries;
    for (int i = 0; i < count; ++i) {
        const auto id = ConversationId::make({1'700'000'000'000 + ++m_made});
        const auto events = longCall(id, 3, 1'700'000'000'000 + m_made * 1000LL, agentName, agent);
        const auto summary = summarise(std::span(events.constData(), std::size_t(events.size())));
        entries.append({rowOf(id, summary), writeLog(events), searchTextOf(summary)});
    }
    QVERIFY(await(m_workspace->stores().write([entries](Store &store) { return store.conversations().put(entries); })));
}

DocumentId TestConversationsScreen::agentWithGoal(int ms)
{
    AgentDocuments &agents = m_workspace->agents();
    const auto made = await(agents.createFromTemplate(u"blank_en"_s, u"Swift"_s));
    QJsonObject file = QJsonDocument::fromJson(*await(agents.exportFile(*made))).object(), content = file["content"_L1].toObject();
    content["goal_ms"_L1] = ms;
    file["content"_L1] = content;
    file.remove("document"_L1);
    return await(agents.importFile(QJsonDocument(file).toJson()))->id;
}

void TestConversationsScreen::make()
{
    m_screen = std::make_unique<ConversationsScreen>(m_workspace->conversations(), m_workspace->agents(), *m_player);
    m_screen->resize(1400, 900);
    m_screen->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_screen.get()));
    m_screen->activateWindow();
}

void TestConversationsScreen::init()
{
    auto opened = Workspace::open(m_folder.filePath(QString::number(++m_made)), Workspace::Role::Console, Workspace::Missing::CreateEmpty);
    QVERIFY(opened);
    m_workspace = std::move(*opened);
    m_player = std::make_unique<SilentPlayer>();
}

void TestConversationsScreen::cleanup()
{
    m_screen.reset();
    m_player.reset();
    m_workspace.reset();
}

void TestConversationsScreen::listFillsAndPages()
{
    put(120, u"Order desk"_s);
    make();
    QTRY_COMPARE(rows().model()->rowCount(), 50);
    rows().scrollToBottom();
    QTRY_COMPARE(rows().model()->rowCount(), 100);
    rows().scrollToBottom();
    QTRY_COMPARE(rows().model()->rowCount(), 120);
}

void TestConversationsScreen::searchDownOpenBack()
{
    put(3, u"Order desk"_s);
    put(2, u"Clinic"_s);
    make();
    QTRY_COMPARE(rows().model()->rowCount(), 5);
    auto *search = list().findChild<kit::SearchField *>();
    search->setFocus();
    QTest::keyClicks(search, u"clin"_s);
    QTRY_COMPARE(rows().model()->rowCount(), 2);
    QTest::keyClick(search, Qt::Key_Down);
    QVERIFY(rows().currentIndex().isValid());
    QTest::keyClick(&rows(), Qt::Key_Down);
    QCOMPARE(rows().currentIndex().row(), 1);
    QTest::keyClick(&rows(), Qt::Key_Return);
    QVERIFY(detail().isVisible());
    QTRY_VERIFY(!m_screen->saveState().value("open"_L1).toString().isEmpty());
    QTest::keyClick(&detail(), Qt::Key_Escape);
    QVERIFY(list().isVisible());
    QCOMPARE(rows().currentIndex().row(), 1);
}

void TestConversationsScreen::deleteIsUndone()
{
    put(4, u"Order desk"_s);
    make();
    QTRY_COMPARE(rows().model()->rowCount(), 4);
    Notice told;
    connect(m_screen.get(), &Screen::noticed, this, [&](const Notice &notice) { told = notice; });
    list().focusRows();
    rows().setCurrentIndex(rows().model()->index(1, 0));
    const auto id = list().current();
    QTest::keyClick(&rows(), Qt::Key_Delete);
    QTRY_COMPARE(rows().model()->rowCount(), 3);
    QTRY_VERIFY(told.action);
    QCOMPARE(rows().currentIndex().row(), 1); // its place is taken by the next
    told.action();
    QTRY_COMPARE(rows().model()->rowCount(), 4);
    list().choose(id);
    QCOMPARE(list().current(), id);
}

void TestConversationsScreen::delaysAreJudgedByTheAgentsGoal_data()
{
    QTest::addColumn<int>("goal"); // 0: the agent is gone
    QTest::addColumn<kit::Meaning>("meaning");
    QTest::newRow("within") << 600 << kit::Meaning::Neutral;
    QTest::newRow("over") << 599 << kit::Meaning::Warning;
    QTest::newRow("twice") << 300 << kit::Meaning::Error;
    QTest::newRow("gone: the usual 800") << 0 << kit::Meaning::Neutral;
}

void TestConversationsScreen::delaysAreJudgedByTheAgentsGoal()
{
    QFETCH(int, goal);
    QFETCH(kit::Meaning, meaning);
    put(1, u"Swift"_s, goal ? agentWithGoal(goal).text() : QString()); // its answers come after 600 ms
    make();
    QTRY_COMPARE(rows().model()->rowCount(), 1);
    const QModelIndex delay = rows().model()->index(0, ConversationsTable::Delay);
    QCOMPARE(delay.data().toString(), u"600"_s);
    if (meaning == kit::Meaning::Neutral) QVERIFY(!delay.data(kit::MeaningRole).isValid());
    else QTRY_COMPARE(delay.data(kit::MeaningRole).toInt(), int(meaning));
}

void TestConversationsScreen::emptyTeaches()
{
    make();
    auto *empty = list().findChild<kit::Empty *>();
    QTRY_VERIFY(empty->isVisible());
    QSignalSpy asked(m_screen.get(), &Screen::navigationRequested);
    emit empty->pressed();
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked[0][0].toString(), u"bench"_s);
}

void TestConversationsScreen::nothingFound()
{
    put(2, u"Order desk"_s);
    make();
    QTRY_COMPARE(rows().model()->rowCount(), 2);
    auto *search = list().findChild<kit::SearchField *>();
    QTest::keyClicks(search, u"elephant"_s);
    auto *empty = list().findChild<kit::Empty *>();
    QTRY_VERIFY(empty->isVisible());
    emit empty->pressed(); // clears the filters
    QTRY_COMPARE(rows().model()->rowCount(), 2);
    QVERIFY(search->text().isEmpty());
}

void TestConversationsScreen::playsFromALine()
{
    put(1, u"Order desk"_s);
    make();
    QTRY_COMPARE(rows().model()->rowCount(), 1);
    m_screen->open(list().current().text());
    auto *words = detail().findChild<TranscriptView *>();
    const auto firstLine = [&] {
        QTest::keyClick(words, Qt::Key_Home);
        return words->current();
    };
    QTRY_COMPARE(firstLine(), 0);
    QTest::keyClick(words, Qt::Key_Down);
    QVERIFY(words->readValue().contains(u"warehouse"_s));
    QTest::keyClick(words, Qt::Key_Return); // there is no recording: only the playhead moves
    QTRY_VERIFY(detail().grab().width() > 0);
}

void TestConversationsScreen::repeatedOpeningLeavesNothing()
{
    put(2, u"Order desk"_s);
    make();
    QTRY_COMPARE(rows().model()->rowCount(), 2);
    const auto open = [&](int row) {
        rows().setCurrentIndex(rows().model()->index(row, 0));
        const QString id = list().current().text();
        m_screen->open(id);
        QTRY_COMPARE(m_screen->saveState().value("open"_L1).toString(), id);
        m_screen->open({});
    };
    for (int i = 0; i < 4; ++i) open(i % 2);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    const auto before = m_screen->findChildren<QObject *>().size();
    for (int i = 0; i < 20; ++i) open(i % 2);
    QTRY_VERIFY(m_screen->findChildren<QObject *>().size() <= before);
}

QTEST_MAIN(TestConversationsScreen)
#include "test_conversations_screen.moc"
