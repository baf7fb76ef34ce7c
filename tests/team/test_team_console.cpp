// Whole consoles beside a real server and its database: joined with links, edited, in conflict, published, rolled back,
// switched, with roles. With VOX_PICTURES=<folder> pictures are written for a person to look at.
#include "app/console/console.h"
#include "app/workspace/agent_document.h"
#include "app/workspace/conversations.h"
#include "app/workspace/store_pool.h"
#include "app/workspace/workspace.h"
#include "models/conversation/log.h"
#include "models/store/conversation_entry.h"
#include "models/store/store.h"
#include "tests/team/team_steps.h"
#include "tests/unit/app/workspace/await.h"
#include "ui/kit/style.h"
#include "ui/screens/agents/builder_page.h"
#include "ui/screens/agents/conflict/conflict_page.h"
#include "ui/screens/agents/publish/publish_dialog.h"
#include "ui/screens/screen.h"
#include "ui/screens/shell/shell_window.h"
#include <QAction>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTableView>
#include <QToolButton>

using namespace vox;
using namespace vox::test;
using namespace Qt::StringLiterals;

class TestTeamConsole : public TeamSteps {
    Q_OBJECT
public:
    using TeamSteps::TeamSteps;

private slots:
    void initTestCase();
    void theOwnerJoinsWithTheLink();
    void ownAgentsAreCopiedIntoTheTeam();
    void anInvitedColleagueJoins();
    void anEditShowsAtTheOther();
    void aConflictIsDecidedInTheResolver();
    void aVersionIsPublishedAndRolledBack();
    void aConversationIsHeardAtAnotherDesk();
    void aViewerChangesNothing();
    void aRoleChangesUnderOnesHands();

private:
    QString invite(TeamConsole &by, const QString &role);
    static bool publish(TeamConsole &desk, const QString &message);
    static void rename(TeamConsole &desk, const QString &name);
    static bool synced(TeamConsole &desk) { return desk.standing().startsWith("Synced"_L1); }

};

void TestTeamConsole::initTestCase()
{
    const QString said = startServer();
    QVERIFY2(said.isEmpty(), qPrintable(said));
    m_anna = atHome();
    QVERIFY(m_anna);
    QTRY_COMPARE(m_anna->agents().size(), 2);
    QCOMPARE(m_anna->standing(), u"On this computer"_s);
}

void TestTeamConsole::theOwnerJoinsWithTheLink()
{
    TeamConsole &anna = *m_anna;
    anna.go(u"settings"_s, u"people"_s);
    QVERIFY(anna.press(u"Join a server"_s)); // what a page of a team offers where there is none
    anna.go(u"settings"_s, u"workspace"_s);
    QVERIFY(anna.type(u"Link or address"_s, u"nonsense and more"_s));
    QVERIFY(!anna.button(u"Join"_s));
    QVERIFY(anna.type(u"Link or address"_s, m_server.ownerLink));
    QVERIFY(anna.type(u"Your name"_s, u"Anna"_s));
    QVERIFY(anna.type(u"E-mail"_s, u"anna@example.org"_s));
    QVERIFY(!anna.button(u"Join"_s)->isEnabled());
    // A password the server refuses is told, with what to do; everything typed stays.
    QVERIFY(anna.type(u"Password"_s, u"short"_s));
    QVERIFY(anna.press(u"Join"_s));
    QTRY_VERIFY2(!anna.told().isEmpty(), qPrintable(anna.seen()));
    QCOMPARE(anna.openings(), 1);
    QCOMPARE(anna.field(u"E-mail"_s)->text(), u"anna@example.org"_s);
    const QString said = anna.join(m_server.ownerLink, u"Anna"_s);
    QVERIFY2(said.isEmpty(), qPrintable(said));
    QCOMPARE(anna.agents().size(), 0);
    anna.go(u"settings"_s, u"workspace"_s);
    QTRY_VERIFY2(anna.seen().contains(u"Anna, Owner"_s), qPrintable(anna.seen()));
    anna.picture(u"workspace-team"_s);
}

void TestTeamConsole::ownAgentsAreCopiedIntoTheTeam()
{
    TeamConsole &anna = *m_anna;
    const int before = anna.openings();
    QTRY_VERIFY(anna.button(u"Open home"_s));
    QVERIFY(anna.press(u"Open home"_s));
    QTRY_VERIFY2(anna.openings() == before + 1, qPrintable(anna.seen() + anna.told()));
    QCOMPARE(anna.standing(), u"On this computer"_s);
    QTRY_COMPARE(anna.agents().size(), 2);
    anna.go(u"settings"_s, u"workspace"_s);
    QTRY_VERIFY(anna.button(u"Copy into the team"_s) && anna.button(u"Copy into the team"_s)->isEnabled());
    anna.picture(u"workspace-copy"_s);
    anna.forget();
    QVERIFY(anna.press(u"Copy into the team"_s));
    QTRY_VERIFY2(anna.told().contains(u"2 agents were copied"_s), qPrintable(anna.told()));
    QCOMPARE(anna.agents().size(), 2); // one's own stay
    auto open = anna.window().current()->findChildren<QPushButton *>();
    open.erase(std::remove_if(open.begin(), open.end(), [](QPushButton *each) { return !each->isVisible() || each->text() != u"Open"_s; }), open.end());
    QCOMPARE(open.size(), 1);
    open.first()->click();
    QTRY_COMPARE(anna.openings(), before + 2);
    QTRY_VERIFY2(synced(anna), qPrintable(anna.standing()));
    QTRY_COMPARE(anna.agents().size(), 2);
}

// By the People page: the link is shown once.
QString TestTeamConsole::invite(TeamConsole &by, const QString &role)
{
    by.go(u"settings"_s, u"people"_s);
    if (!QTest::qWaitFor([&] { return by.button(u"Invite…"_s) && by.button(u"Invite…"_s)->isEnabled(); }, 5'000)) return {};
    by.press(u"Invite…"_s);
    auto *roles = by.window().current()->findChild<QComboBox *>(u"role"_s);
    if (!roles) return {};
    roles->setCurrentText(role);
    if (!by.press(u"Make a link"_s)) return u"no button to make a link"_s;
    QString link;
    const bool shown = QTest::qWaitFor([&] {
        for (QLineEdit *field : by.window().current()->findChildren<QLineEdit *>())
            if (field->isVisible() && field->isReadOnly() && field->text().contains("vxi_"_L1)) link = field->text();
        return !link.isEmpty();
    }, 5'000);
    by.picture(u"people-link-"_s + role);
    by.press(u"Done"_s);
    return shown ? link : u"no link was shown"_s;
}

void TestTeamConsole::anInvitedColleagueJoins()
{
    const QString link = invite(*m_anna, u"Builder"_s);
    QVERIFY2(link.startsWith(m_server.address()), qPrintable(link + m_anna->told()));
    m_boris = atHome();
    QVERIFY(m_boris);
    const QString said = m_boris->join(link, u"Boris"_s);
    QVERIFY2(said.isEmpty(), qPrintable(said));
    QTRY_COMPARE(m_boris->agents(), m_anna->agents());
    // The list at the first console follows by itself.
    m_anna->go(u"settings"_s, u"people"_s);
    QTRY_VERIFY2(m_anna->seen().contains(u"Boris"_s), qPrintable(m_anna->seen()));
    m_anna->picture(u"people"_s);
}

// As F2 on the keyboard.
void TestTeamConsole::rename(TeamConsole &desk, const QString &name)
{
    for (QAction *action : desk.builder()->pageActions())
        if (action->shortcut() == QKeySequence(Qt::Key_F2)) action->trigger();
    QVERIFY(desk.type(u"Name of the agent"_s, name));
    QTest::keyClick(desk.field(u"Name of the agent"_s), Qt::Key_Return);
    QCOMPARE(desk.builder()->title(), name);
}

void TestTeamConsole::anEditShowsAtTheOther()
{
    const QString name = m_anna->agents().first();
    QVERIFY(m_anna->openAgent(name));
    QVERIFY(m_boris->openAgent(name));
    rename(*m_anna, u"Front desk"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_boris->builder()->title(), u"Front desk"_s, 10'000);
    QTRY_VERIFY(synced(*m_anna));
    // The other way round, and the rows of the list follow.
    rename(*m_boris, u"First desk"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_anna->builder()->title(), u"First desk"_s, 10'000);
    QTRY_VERIFY(m_anna->agents().contains(u"First desk"_s));
}

void TestTeamConsole::aConflictIsDecidedInTheResolver()
{
    QTRY_VERIFY(synced(*m_anna) && synced(*m_boris));
    m_server.kill();
    rename(*m_anna, u"Anna's desk"_s);
    rename(*m_boris, u"Boris's desk"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_anna->standing().startsWith("Offline"_L1), 20'000);
    for (TeamConsole *desk : {m_anna.get(), m_boris.get()}) desk->builder()->document().makeRevision();
    m_anna->picture(u"offline"_s);
    const QString said = m_server.start();
    QVERIFY2(said.isEmpty(), qPrintable(said));
    QTRY_COMPARE_WITH_TIMEOUT(m_anna->standing(), u"1 conflict"_s, 60'000);
    QTRY_COMPARE_WITH_TIMEOUT(m_boris->standing(), u"1 conflict"_s, 60'000);
    QTRY_VERIFY(m_boris->button(u"Put together"_s));
    m_boris->picture(u"conflict-banner"_s);
    QVERIFY(m_boris->press(u"Put together"_s));
    QTRY_VERIFY(m_boris->conflict() && m_boris->button(u"Take everything of theirs"_s));
    m_boris->picture(u"conflict"_s);
    QPushButton *save = m_boris->button(u"Save the merge"_s);
    QVERIFY2(save && !save->isEnabled(), qPrintable(m_boris->seen())); // not before everything is decided
    QVERIFY(m_boris->press(u"Take everything of theirs"_s));
    QTRY_VERIFY(save->isEnabled());
    QVERIFY(m_boris->press(u"Save the merge"_s));
    QTRY_VERIFY(!m_boris->conflict());
    for (TeamConsole *desk : {m_anna.get(), m_boris.get()}) {
        QTRY_VERIFY2(synced(*desk), qPrintable(desk->standing()));
        QTRY_COMPARE(desk->builder()->title(), u"Anna's desk"_s);
        QVERIFY(!desk->button(u"Put together"_s));
    }
}

bool TestTeamConsole::publish(TeamConsole &desk, const QString &message)
{
    if (!desk.press(u"Publish…"_s)) return false;
    const auto ready = [&] { return desk.button(u"Publish"_s) && desk.button(u"Publish"_s)->isEnabled(); };
    if (!QTest::qWaitFor(ready, 5'000) || !desk.type(u"Message"_s, message)) return false;
    auto *dialog = desk.window().findChild<PublishDialog *>();
    desk.picture(u"publish-"_s + message, dialog);
    const bool changes = !dialog->model().lines().isEmpty();
    desk.forget();
    desk.press(u"Publish"_s);
    return changes && QTest::qWaitFor([&] { return desk.told().contains(u"is in production"_s); }, 10'000);
}

void TestTeamConsole::aVersionIsPublishedAndRolledBack()
{
    QVERIFY2(publish(*m_anna, u"First"_s), qPrintable(m_anna->told()));
    QTRY_VERIFY2(m_anna->seen().contains(u"Version 1, live"_s), qPrintable(m_anna->seen()));
    QTRY_VERIFY2(m_boris->seen().contains(u"Version 1, live"_s), qPrintable(m_boris->seen()));
    // An edit that has only just been typed is what is published, not what was there before.
    rename(*m_anna, u"Renamed at once"_s);
    QVERIFY2(publish(*m_anna, u"Second"_s), qPrintable(m_anna->told()));
    QTRY_VERIFY2(m_boris->seen().contains(u"Version 2, live"_s), qPrintable(m_boris->seen()));
    m_boris->builder()->showEnvironment(Environment::Production);
    QTRY_VERIFY2(m_boris->seen().contains(u"Second"_s), qPrintable(m_boris->seen()));
    m_boris->picture(u"published"_s);
    m_boris->forget();
    QVERIFY(m_boris->press(u"Roll back"_s));
    QTRY_VERIFY2(m_anna->seen().contains(u"Draft, live is 1"_s), qPrintable(m_anna->seen() + m_boris->told()));
    m_boris->builder()->showEnvironment(Environment::Draft);
}

// Its words come by themselves, its sound when somebody presses Play.
void TestTeamConsole::aConversationIsHeardAtAnotherDesk()
{
    const ConversationId id = ConversationId::make(UtcMs{1'700'000'000'000});
    events::Started started;
    started.conversation = id.text();
    started.agentName = u"Desk"_s;
    started.language = u"en"_s;
    started.utcMs = 1'700'000'000'000;
    const QList<ConversationEvent> events{{{0}, started},
                                          {{900'000}, events::Utterance{1, u"where is my parcel"_s, 1, 100'000, 900'000, true}},
                                          {{2'000'000}, events::Ended{Outcome::Completed, {}}}};
    const QString folder = m_anna->workspace().folder() + u"/conversations/"_s + id.text();
    QVERIFY(QDir().mkpath(folder));
    QFile file(folder + u"/audio.opus"_s);
    const QByteArray sound = "OggS" + QByteArray(40'000, 'x');
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(sound) == sound.size());
    file.close();
    QVERIFY(await(m_anna->workspace().stores().write([id, bytes = writeLog(events)](Store &store) -> Result<void> {
        const ConversationLog log = readLog(bytes);
        const auto summary = summarise(std::span(log.events.constData(), std::size_t(log.events.size())));
        return store.conversations().put({{rowOf(id, summary), bytes, searchTextOf(summary)}});
    })));
    m_boris->go(u"conversations"_s);
    QTRY_VERIFY_WITH_TIMEOUT(await(m_boris->workspace().conversations().open(id)), 20'000);
    m_boris->go(u"conversations"_s, id.text());
    const auto play = [this]() -> QToolButton * {
        for (QToolButton *each : m_boris->window().current()->findChildren<QToolButton *>())
            if (each->isVisible() && each->isEnabled() && each->toolTip().startsWith("Bring the recording"_L1)) return each;
        return nullptr;
    };
    QTRY_VERIFY(play());
    const QString there = m_boris->workspace().folder() + u"/conversations/"_s + id.text() + u"/audio.opus"_s;
    QVERIFY(!QFile::exists(there));
    m_boris->picture(u"conversation-elsewhere"_s);
    play()->click();
    QTRY_VERIFY2_WITH_TIMEOUT(QFile::exists(there), qPrintable(m_boris->told()), 20'000);
    QFile heard(there);
    QVERIFY(heard.open(QIODevice::ReadOnly));
    QCOMPARE(heard.readAll(), sound);
}

void TestTeamConsole::aViewerChangesNothing()
{
    const QString link = invite(*m_anna, u"Viewer"_s);
    QVERIFY2(link.startsWith(m_server.address()), qPrintable(link));
    TeamConsole vera(m_style);
    QVERIFY(vera.openHome());
    const QString said = vera.join(link, u"Vera"_s);
    QVERIFY2(said.isEmpty(), qPrintable(said));
    QTRY_COMPARE(vera.agents().size(), 2);
    vera.go(u"agents"_s);
    QTRY_VERIFY(vera.seen().contains(u"Renamed at once"_s));
    for (const char *text : {"New agent", "Import…"}) QVERIFY2(!vera.button(QLatin1StringView(text)), text);
    QVERIFY(vera.openAgent(u"Renamed at once"_s));
    vera.picture(u"viewer"_s);
    QVERIFY(!vera.button(u"Publish…"_s));
    QVERIFY2(vera.seen().contains(u"you may look"_s), qPrintable(vera.seen()));
    for (const QAction *action : vera.window().current()->actions())
        if (action->isEnabled() && action->isVisible())
            for (const char *text : {"Publish…", "Rename agent…", "Roll production back", "Name this version…"})
                QVERIFY2(action->text() != QLatin1StringView(text), text);
    vera.builder()->document().setValue(u"/name"_s, u"Vandalised"_s, {"Edit", {}, {}});
    QCOMPARE(vera.builder()->title(), u"Renamed at once"_s);
    vera.go(u"settings"_s, u"people"_s);
    QTRY_VERIFY(vera.seen().contains(u"Anna"_s));
    QVERIFY(!vera.button(u"Invite…"_s));
    vera.go(u"settings"_s, u"audit"_s);
    QTRY_VERIFY2(vera.seen().contains(u"Your role may not look at this"_s), qPrintable(vera.seen()));
    QVERIFY2(synced(vera), qPrintable(vera.standing()));
}

void TestTeamConsole::aRoleChangesUnderOnesHands()
{
    QVERIFY(m_boris->openAgent(u"Renamed at once"_s));
    QVERIFY(m_boris->button(u"Publish…"_s));
    m_anna->go(u"settings"_s, u"people"_s);
    auto *table = m_anna->window().current()->findChild<QTableView *>(u"members"_s);
    QVERIFY(table);
    QTRY_VERIFY(m_anna->seen().contains(u"Vera"_s));
    for (int row = 0; row < table->model()->rowCount(); ++row)
        if (table->model()->index(row, 0).data() == u"Boris"_s) table->selectRow(row);
    emit table->activated(table->currentIndex()); // Enter
    auto *menu = m_anna->window().findChild<QMenu *>(u"person"_s);
    QVERIFY(menu);
    for (QAction *action : menu->actions())
        if (action->text() == u"Viewer"_s) action->trigger();
    menu->close();
    QTRY_VERIFY2(m_anna->told().contains(u"Boris is Viewer now"_s), qPrintable(m_anna->told()));
    QTRY_VERIFY(!m_boris->button(u"Publish…"_s));
    QTRY_VERIFY(m_boris->builder()->document().isReadOnly());
}

int main(int argc, char **argv) { return runTeamSteps<TestTeamConsole>(argc, argv); }
#include "test_team_console.moc"
