// The whole Agents screen on a demo workspace: list, builder, tabs, renaming, delete with undo, another language.
#include "app/workspace/agent_document.h"
#include "app/workspace/workspace.h"
#include "ui/kit/style.h"
#include "ui/screens/agents/agents_screen.h"
#include "ui/screens/agents/builder_page.h"
#include "ui/screens/agents/graph/graph_view.h"
#include "ui/screens/agents/graph_page.h"
#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QtTest>

using namespace vox;
using namespace Qt::StringLiterals;

class TestAgentsScreen : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void listsTheDemoAgents();
    void opensAnAgentAndItsTabs();
    void editsReachTheDocument();
    void deletesWithUndo();
    void remembersWhereItWas();
    void anotherLanguageKeepsThePlace();

private:
    QTableView *table() const { return m_screen->findChild<QTableView *>(); }
    bool openFirst()
    {
        if (!QTest::qWaitFor([&] { return table() && table()->model()->rowCount() > 0; })) return false;
        table()->setFocus();
        QTest::keyClick(table(), Qt::Key_Return);
        return QTest::qWaitFor([&] { return m_screen->builder() != nullptr; });
    }
    void keep(const QString &name)
    {
        QApplication::processEvents();
        const QString folder = qEnvironmentVariable("VOX_PICTURES");
        if (folder.isEmpty()) return;
        QDir().mkpath(folder);
        m_screen->grab().save(folder + u"/screen-"_s + name + u".png"_s);
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<AgentsScreen> m_screen;
};

void TestAgentsScreen::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    auto opened = Workspace::open(m_folder->path(), Workspace::Role::Console, Workspace::Missing::CreateDemo);
    QVERIFY(opened);
    m_workspace = std::move(*opened);
    m_screen = std::make_unique<AgentsScreen>(*m_workspace);
    m_screen->resize(1550, 920);
    m_screen->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_screen.get()));
}

void TestAgentsScreen::cleanup()
{
    m_screen.reset();
    m_workspace.reset();
    m_folder.reset();
}

void TestAgentsScreen::listsTheDemoAgents()
{
    QTRY_COMPARE(table()->model()->rowCount(), 2);
    keep(u"list"_s);
    auto *search = m_screen->findChild<QLineEdit *>();
    search->setText(u"order"_s);
    QCOMPARE(table()->model()->rowCount(), 1);
    search->setText(u"no such agent"_s);
    QCOMPARE(table()->model()->rowCount(), 0);
}

void TestAgentsScreen::opensAnAgentAndItsTabs()
{
    QVERIFY(openFirst());
    BuilderPage *builder = m_screen->builder();
    QVERIFY(!builder->flow().flow().nodes.isEmpty());
    QCOMPARE(m_screen->title(), builder->title());
    keep(u"graph"_s);
    const char *names[] = {"graph", "prompts", "voice", "history"};
    for (int tab = 1; tab < 4; ++tab) {
        builder->setTab(BuilderPage::Tab(tab));
        QCOMPARE(int(builder->tab()), tab);
        keep(QString::fromLatin1(names[tab]));
    }
    emit builder->backRequested();
    QVERIFY(!m_screen->builder());
}

void TestAgentsScreen::editsReachTheDocument()
{
    QVERIFY(openFirst());
    BuilderPage *builder = m_screen->builder();
    const QString node = builder->flow().flow().nodes.last().id;
    builder->flow().rename(node, u"Renamed"_s);
    QVERIFY(QString::fromUtf8(QJsonDocument(builder->document().content()).toJson()).contains("Renamed"_L1));
    QVERIFY(builder->document().undoLabel());
    builder->flow().undo();
    QVERIFY(!builder->document().undoLabel());
    builder->flow().rename(node, u"Renamed again"_s);
    builder->setTab(BuilderPage::History);
    keep(u"history-changed"_s);
}

void TestAgentsScreen::deletesWithUndo()
{
    QTRY_COMPARE(table()->model()->rowCount(), 2);
    QSignalSpy noticed(m_screen.get(), &Screen::noticed);
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_Delete);
    QTRY_COMPARE(table()->model()->rowCount(), 1);
    QTRY_COMPARE(noticed.count(), 1);
    const Notice notice = noticed.first().first().value<Notice>();
    QVERIFY(notice.action);
    notice.action();
    QTRY_COMPARE(table()->model()->rowCount(), 2);
}

void TestAgentsScreen::remembersWhereItWas()
{
    QVERIFY(openFirst());
    m_screen->builder()->graph().view().setZoom(1.5);
    m_screen->builder()->setTab(BuilderPage::Voice);
    const DocumentId agent = m_screen->builder()->agent();
    const QJsonObject state = m_screen->saveState();
    m_screen = std::make_unique<AgentsScreen>(*m_workspace);
    m_screen->resize(1550, 920);
    m_screen->show();
    m_screen->restoreState(state);
    QTRY_VERIFY(m_screen->builder());
    QCOMPARE(m_screen->builder()->agent(), agent);
    QCOMPARE(m_screen->builder()->tab(), BuilderPage::Voice);
    QCOMPARE(m_screen->builder()->graph().view().zoom(), 1.5);
}

void TestAgentsScreen::anotherLanguageKeepsThePlace()
{
    QVERIFY(openFirst());
    const QString title = m_screen->title();
    for (int i = 0; i < 3; ++i) {
        QEvent change(QEvent::LanguageChange);
        QApplication::sendEvent(m_screen.get(), &change);
        QTRY_VERIFY(m_screen->builder());
        QTRY_COMPARE(m_screen->title(), title);
    }
}

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    kit::Style::install(app);
    TestAgentsScreen test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_agents_screen.moc"
