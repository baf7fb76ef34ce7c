// The pages for working in a team over a workspace with a past: conflict, history, publishing. With VOX_PICTURES=<folder>
// pictures in each theme and language are written for a person to look at.
#include "app/workspace/environments.h"
#include "tests/ui/agents/demo_workspace.h"
#include "ui/kit/segments.h"
#include "ui/kit/style.h"
#include "ui/kit/tag.h"
#include "ui/screens/agents/agents_screen.h"
#include "ui/screens/agents/builder_page.h"
#include "ui/screens/agents/conflict/conflict_page.h"
#include "ui/screens/agents/conflict/conflict_row.h"
#include "ui/screens/agents/graph/graph_view.h"
#include "ui/screens/agents/history_models.h"
#include "ui/screens/agents/publish/publish_dialog.h"
#include "ui/screens/agents/publish/published_page.h"
#include "ui/screens/agents/publish/releases_page.h"
#include "ui/screens/agents/text_diff_view.h"
#include "app/wording/language.h"
#include <QApplication>
#include <QDir>
#include <QJsonArray>
#include <QListView>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTableView>
#include <QtTest>

using namespace vox;
using namespace vox::test;
using namespace Qt::StringLiterals;
using Choice = ConflictViewModel::Choice;

class TestTeamPages : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void cleanup();
    void conflict_data() { looks(); }
    void conflict();
    void threeVersions_data() { looks(); }
    void threeVersions();
    void history_data() { looks(); }
    void history();
    void releases_data() { looks(); }
    void releases();
    void publish_data() { looks(); }
    void publish();
    void production_data() { looks(); }
    void production();
    void rollsBackInOneKey();
    void keysDecideAConflict();
    void savingLeadsToTheAgent();
    void theBuilderTellsOfAConflict();

private:
    static void looks()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<QString>("language");
        QTest::addColumn<QSize>("size");
        QTest::newRow("light-en") << false << u"en"_s << QSize(1552, 944);
        QTest::newRow("dark-ru") << true << u"ru"_s << QSize(1552, 944);
        QTest::newRow("light-ru-small") << false << u"ru"_s << QSize(976, 712);
    }
    void look()
    {
        QFETCH(bool, dark);
        QFETCH(QString, language);
        QFETCH(QSize, size);
        m_language->speak(language);
        qobject_cast<kit::Style *>(qApp->style())->theme().setBrightness(dark ? kit::Brightness::Dark : kit::Brightness::Light);
        m_screen->resize(size);
        QApplication::processEvents();
    }
    void keep(QWidget &widget, const QString &name)
    {
        QApplication::processEvents();
        const QString folder = qEnvironmentVariable("VOX_PICTURES");
        if (folder.isEmpty()) return;
        QDir().mkpath(folder);
        widget.grab().save(u"%1/%2-%3.png"_s.arg(folder, name, QString::fromUtf8(QTest::currentDataTag())));
    }
    QString split() const { return QLocale().language() == QLocale::Russian ? u"Вторая линия"_s : u"Returns desk"_s; }
    bool openConflict()
    {
        m_screen->open(u"merge:"_s + m_past->idOf(split()).text());
        return QTest::qWaitFor([&] { return m_screen->conflict() && m_screen->conflict()->model().state() == ConflictViewModel::State::Open; }, 10'000);
    }
    BuilderPage *openBuilder()
    {
        const DocumentId id = m_past->idOf(QLocale().language() == QLocale::Russian ? u"Первая линия"_s : u"Order desk"_s);
        m_screen->open(id.text());
        return QTest::qWaitFor([&] { return m_screen->builder() && m_screen->builder()->agent() == id; }, 10'000) ? m_screen->builder() : nullptr;
    }
    std::unique_ptr<Language> m_language;
    std::unique_ptr<PastWorkspace> m_past;
    std::unique_ptr<AgentsScreen> m_screen;
};

void TestTeamPages::initTestCase()
{
    m_language = std::make_unique<Language>(*qApp);
}

void TestTeamPages::init()
{
    m_language->speak(u"en"_s);
    m_past = std::make_unique<PastWorkspace>();
    QVERIFY(m_past->workspace);
    m_screen = std::make_unique<AgentsScreen>(*m_past->workspace);
    m_screen->resize(1552, 944);
    m_screen->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_screen.get()));
}

void TestTeamPages::cleanup()
{
    m_screen.reset();
    m_past.reset();
}

void TestTeamPages::conflict()
{
    look();
    QVERIFY(openConflict());
    ConflictViewModel &model = m_screen->conflict()->model();
    keep(*m_screen, u"conflict-open"_s);
    model.choose(0, 1);
    model.choose(1, 0);
    for (int i = 0; i < model.picture().questions.size(); ++i)
        if (model.picture().questions[i].both) {
            model.setCurrent(i);
            model.keepBoth(i);
        }
    keep(*m_screen, u"conflict"_s);
    QCOMPARE(m_screen->conflict()->findChildren<ConflictRow *>().size(), model.picture().questions.size());
}

void TestTeamPages::threeVersions()
{
    look();
    QVERIFY(m_past->addThird(m_past->idOf(split())));
    QVERIFY(openConflict());
    ConflictViewModel &model = m_screen->conflict()->model();
    QCOMPARE(model.columns().size(), 3);
    const auto rows = m_screen->conflict()->findChildren<ConflictRow *>();
    QCOMPARE(rows.size(), model.picture().questions.size());
    keep(*m_screen, u"versions-open"_s);
    // Left and right pass over a version that left this field alone; the digits name the versions.
    rows.first()->setFocus();
    const int tom = model.columns()[1].author == "Tom Reed"_L1 ? 1 : 2;
    QTest::keyClick(rows.first(), Qt::Key_Right);
    QVERIFY(model.takes(0, 3 - tom));
    QTest::keyClick(rows.first(), Qt::Key_Left);
    QVERIFY(model.takes(0, 0));
    QTest::keyClick(rows.first(), Qt::Key(Qt::Key_1 + tom));
    QVERIFY(!model.takes(0, tom));
    QTest::keyClick(rows.last(), Qt::Key(Qt::Key_1 + tom));
    QVERIFY(model.takes(int(rows.size()) - 1, tom));
    model.takeAll(0);
    for (QPushButton *button : m_screen->conflict()->findChildren<QPushButton *>())
        if (button->accessibleName().contains(u"Tom Reed"_s)) button->click(); // “Take all” over his column
    QVERIFY(model.takes(int(rows.size()) - 1, tom) && model.isComplete());
    model.setCurrent(int(rows.size()) - 1);
    keep(*m_screen, u"versions"_s);
    model.resolve({});
    QTRY_VERIFY(!m_screen->conflict());
}

void TestTeamPages::history()
{
    look();
    BuilderPage *builder = openBuilder();
    QVERIFY(builder);
    builder->setTab(BuilderPage::History);
    auto *versions = builder->findChild<QListView *>();
    QTRY_VERIFY(versions && versions->model()->rowCount() == 6);
    QTRY_VERIFY(!versions->model()->index(1, 0).data(VersionsModel::TagRole).toStringList().isEmpty());
    versions->setCurrentIndex(versions->model()->index(1, 0));
    auto *changes = builder->findChild<QTableView *>();
    QTRY_VERIFY(changes && changes->model()->rowCount() > 2);
    QApplication::processEvents();
    changes->selectRow(1);
    keep(*m_screen, u"history"_s);
    builder->findChild<kit::Segments *>(u"graphs"_s)->setCurrent(1);
    keep(*m_screen, u"history-overlay"_s);
    // The same as text: each word that came or went is in it, whatever the fields are called.
    builder->findChild<kit::Segments *>(u"changes"_s)->setCurrent(1);
    auto *text = builder->findChild<TextDiffView *>();
    QVERIFY(text && text->isVisible());
    QTRY_VERIFY(text->toPlainText().contains(u"\n+ "_s) && text->toPlainText().contains(u"\n− "_s));
    const int before = text->textCursor().blockNumber();
    text->step(1);
    QVERIFY(text->textCursor().blockNumber() > before);
    keep(*m_screen, u"history-text"_s);
}

void TestTeamPages::releases()
{
    look();
    QApplication::processEvents(); // pages are made anew in another language
    m_screen->open(u"releases"_s);
    ReleasesPage *page = m_screen->releases();
    QVERIFY(page);
    auto *list = page->findChild<QListView *>();
    auto *table = page->findChild<QTableView *>();
    QTRY_VERIFY(list->model()->rowCount() > 2);
    const auto letter = [&](int row) { return list->model()->index(row, 0).data(VersionsModel::LetterRole).toString(); };
    QTRY_COMPARE(letter(0), u"B"_s); // at first the newest against the one before it
    QCOMPARE(letter(1), u"A"_s);
    keep(*m_screen, u"releases"_s);
    // Any two, in whatever order they are picked.
    const int last = list->model()->rowCount() - 1;
    list->selectionModel()->select(list->model()->index(last, 0), QItemSelectionModel::ClearAndSelect);
    QTRY_COMPARE(letter(last), u"A"_s);
    list->selectionModel()->select(list->model()->index(0, 0), QItemSelectionModel::Select);
    QTRY_COMPARE(letter(0), u"B"_s);
    QTRY_VERIFY(table->model()->rowCount() > 0);
    keep(*m_screen, u"releases-first-last"_s);
    const int lines = table->model()->rowCount();
    list->selectionModel()->select(list->model()->index(1, 0), QItemSelectionModel::ClearAndSelect);
    QTRY_VERIFY(letter(1) == "B"_L1 && table->model()->rowCount() != lines);
    // The oldest once more, with the diff before it is done.
    list->setCurrentIndex(list->model()->index(last, 0));
    const auto press = [this](const QKeySequence &keys) {
        for (QAction *action : m_screen->actions())
            if (action->shortcut() == keys) action->trigger();
    };
    press(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P));
    auto *dialog = page->findChild<PublishDialog *>();
    QVERIFY(dialog);
    QTRY_COMPARE(dialog->model().state(), PublishViewModel::State::Ready);
    QVERIFY(dialog->model().release() && !dialog->model().lines().isEmpty());
    keep(*dialog, u"publish-again"_s);
    dialog->reject();
    press(QKeySequence(Qt::ALT | Qt::Key_Left));
    QVERIFY(!m_screen->releases());
}

void TestTeamPages::publish()
{
    look();
    BuilderPage *builder = openBuilder();
    QVERIFY(builder);
    builder->document().setValue(u"/goal_ms"_s, 700, {"x", {}, {}});
    builder->openPublish();
    auto *dialog = builder->findChild<PublishDialog *>();
    QVERIFY(dialog);
    QTRY_COMPARE(dialog->model().state(), PublishViewModel::State::Ready);
    QVERIFY(dialog->model().lines().size() > 2);
    keep(*dialog, u"publish"_s);
    QJsonObject broken = builder->document().content();
    QJsonObject flow = broken.value("flow"_L1).toObject();
    QJsonArray edges = flow.value("edges"_L1).toArray();
    edges.removeAt(2);
    edges.removeAt(0);
    flow.insert("edges"_L1, edges);
    broken.insert("flow"_L1, flow);
    builder->document().edit(broken, {"x", {}, {}});
    dialog->model().look();
    QTRY_VERIFY(!dialog->model().blocks().isEmpty());
    keep(*dialog, u"publish-blocked"_s);
    dialog->reject();
}

void TestTeamPages::production()
{
    look();
    BuilderPage *builder = openBuilder();
    QVERIFY(builder);
    // The head tells which version is live.
    static const QRegularExpression number(u"\\d"_s);
    QTRY_VERIFY(builder->findChild<kit::Tag *>()->text().contains(number));
    keep(*m_screen, u"builder"_s);
    builder->showEnvironment(Environment::Production);
    auto *published = builder->findChild<PublishedPage *>();
    QVERIFY(published);
    QTRY_VERIFY(published->findChild<GraphView *>());
    keep(*m_screen, u"production"_s);
    builder->showEnvironment(Environment::Draft);
    QCOMPARE(builder->tab(), BuilderPage::Graph);
}

void TestTeamPages::rollsBackInOneKey()
{
    BuilderPage *builder = openBuilder();
    QVERIFY(builder);
    Environments environments(*m_past->workspace);
    QTRY_VERIFY(environments.of(Environment::Production));
    const QString before = environments.of(Environment::Production)->state.previous;
    QVERIFY(!before.isEmpty());
    QSignalSpy noticed(m_screen.get(), &Screen::noticed);
    m_screen->activateWindow();
    for (QAction *action : m_screen->actions())
        if (action->shortcut() == QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_R)) action->trigger();
    QTRY_COMPARE(noticed.count(), 1);
    environments.refresh();
    QTRY_COMPARE(environments.of(Environment::Production)->state.release, before);
    noticed.first().first().value<Notice>().action(); // undo takes it forward again
    QTRY_COMPARE(noticed.count(), 2);
    environments.refresh();
    QTRY_VERIFY(environments.of(Environment::Production)->state.release != before);
}

void TestTeamPages::keysDecideAConflict()
{
    QVERIFY(openConflict());
    ConflictViewModel &model = m_screen->conflict()->model();
    const auto rows = m_screen->conflict()->findChildren<ConflictRow *>();
    rows.first()->setFocus();
    QTest::keyClick(rows.first(), Qt::Key_Right);
    QVERIFY(model.takes(0, 1));
    QTest::keyClick(rows.first(), Qt::Key_Left);
    QVERIFY(model.takes(0, 0));
    QTest::keyClick(rows.first(), Qt::Key_Down);
    QCOMPARE(model.current(), 1);
    QVERIFY(!rows.first()->readName().isEmpty());
    const auto save = [&]() -> QPushButton * {
        for (QPushButton *button : m_screen->findChildren<QPushButton *>())
            if (button->text() == "Save the merge"_L1) return button;
        return nullptr;
    };
    QVERIFY(save() && !save()->isEnabled());
    model.takeAll(1);
    QVERIFY(save()->isEnabled());
}

void TestTeamPages::savingLeadsToTheAgent()
{
    QVERIFY(openConflict());
    QSignalSpy noticed(m_screen.get(), &Screen::noticed);
    m_screen->conflict()->model().takeAll(0);
    m_screen->conflict()->model().resolve({});
    QTRY_VERIFY(!m_screen->conflict());
    QTRY_VERIFY(m_screen->builder());
    QVERIFY(!m_screen->builder()->document().isInConflict());
    QCOMPARE(noticed.first().first().value<Notice>().level, Notice::Level::Information);
}

void TestTeamPages::theBuilderTellsOfAConflict()
{
    m_screen->open(m_past->idOf(split()).text());
    QTRY_VERIFY(m_screen->builder());
    QVERIFY(m_screen->builder()->document().isInConflict());
    emit m_screen->builder()->mergeRequested();
    QVERIFY(m_screen->conflict());
    emit m_screen->conflict()->backRequested();
    QVERIFY(!m_screen->conflict());
    QVERIFY(m_screen->builder());
}

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    kit::Style::install(app);
    TestTeamPages test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_team_pages.moc"
