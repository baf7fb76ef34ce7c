#include "app/calls/calls.h"
#include "app/realtime/work_pool.h"
#include "app/wording/wording.h"
#include "app/workspace/settings.h"
#include "app/workspace/workspace.h"
#include "tests/support/stub_ports.h"
#include "ui/kit/command_palette.h"
#include "ui/kit/rail.h"
#include "ui/kit/style.h"
#include "ui/kit/top_bar.h"
#include "ui/screens/screen.h"
#include "app/wording/language.h"
#include "ui/screens/shell/place_titles.h"
#include "ui/screens/shell/shell_commands.h"
#include "ui/screens/shell/shell_look.h"
#include "ui/screens/shell/shell_palette.h"
#include "ui/screens/shell/shell_window.h"
#include "ui/screens/today/today_screen.h"
#include "ui/viewmodels/call_view_model.h"
#include "ui/viewmodels/shell_appearance.h"
#include "ui/viewmodels/today_view_model.h"
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace vox;
using namespace Qt::StringLiterals;

namespace {

// A screen that keeps what it was told.
class NoteScreen : public Screen {
public:
    NoteScreen(QString key, QWidget *parent) : Screen(parent), m_key(std::move(key))
    {
        auto *action = new QAction(u"Sharpen the pencil"_s, this);
        action->setShortcut(Qt::Key_F9);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        setMenu(action, "edit");
        addAction(action);
        connect(action, &QAction::triggered, this, [this] { ++sharpened; });
        setFocusPolicy(Qt::StrongFocus);
    }
    QString key() const override { return m_key; }
    QString title() const override { return placeTitle(m_key); }
    QString iconName() const override { return u"workflow"_s; }
    QJsonObject saveState() const override { return {{u"note"_s, note}}; }
    void restoreState(const QJsonObject &state) override { note = state.value("note"_L1).toString(); }
    void open(const QString &id) override { opened.append(id); }

    QString note;
    QStringList opened;
    int sharpened = 0;

private:
    QString m_key;
};

// A console without devices and models.
struct House {
    explicit House(const QString &folder, kit::Style &style)
        : workspace(std::move(*Workspace::open(folder, Workspace::Role::Console, Workspace::Missing::CreateDemo)))
        , language(*qApp)
        , appearance(workspace->settings())
        , host(ports, pool)
        , calls(*workspace, host, ports)
        , call(calls, [] { return Error(Error::Code::NoMicrophone); }, [] { return std::unique_ptr<Line>(); })
        , today(*workspace)
    {
        appearance.setLanguage(u"en"_s);
        appearance.setTheme(ShellAppearance::Theme::Light);
        look = std::make_unique<ShellLook>(appearance, style, language);
        const auto place = [](const QString &key, std::function<Screen *(QWidget *)> make) {
            return Place{key, "house", [key] { return placeTitle(key); }, std::move(make)};
        };
        QList<Place> places;
        places.append(place(u"today"_s, [this](QWidget *parent) -> Screen * { return new TodayScreen(today, call, parent); }));
        for (const QString &key : {u"agents"_s, u"conversations"_s})
            places.append(place(key, [key](QWidget *parent) -> Screen * { return new NoteScreen(key, parent); }));
        window = std::make_unique<ShellWindow>(ShellParts{*workspace, call, appearance, today, [] { return QString(); }}, places);
    }
    ~House() { window.reset(); }

    NoteScreen *note(const QString &key) { return static_cast<NoteScreen *>(window->screen(key)); }

    std::unique_ptr<Workspace> workspace;
    Language language;
    ShellAppearance appearance;
    std::unique_ptr<ShellLook> look;
    stubs::StubPortFactory ports;
    WorkPool pool{1};
    ConversationHost host;
    Calls calls;
    CallViewModel call;
    TodayViewModel today;
    std::unique_ptr<ShellWindow> window;
};

} // namespace

class TestShell : public QObject {
    Q_OBJECT
    kit::Style *m_style = nullptr;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<House> m_house;

    ShellWindow &window() { return *m_house->window; }
    void show()
    {
        window().showLastScreen(u"today"_s);
        window().show();
        window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window()));
        QTRY_COMPARE(window().agents().size(), 2);
    }

private slots:
    void initTestCase() { m_style = &kit::Style::install(*qApp); }
    void init();
    void cleanup();
    void opensOnToday();
    void keysGoToScreens();
    void languageChangesEverywhere();
    void themeChangesAtOnce();
    void paletteFindsAndRuns();
    void screensShortcutWins();
    void aNewWindowLooksLikeTheLast();
    void aSecondConsoleIsRefused();
    void badAppearanceIsIgnored_data();
    void badAppearanceIsIgnored();
    void smallWindowsStayUsable();
};

void TestShell::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_house = std::make_unique<House>(m_folder->path(), *m_style);
}

void TestShell::cleanup()
{
    m_house.reset();
}

void TestShell::opensOnToday()
{
    show();
    QCOMPARE(window().current()->key(), u"today"_s);
    QTRY_VERIFY(m_house->today.isLoaded());
    QCOMPARE(m_house->today.tasks().size(), 0);
    QCOMPARE(m_house->today.figures().conversations, 0);
    QVERIFY(!m_house->today.figures().p95Ms);
    QCOMPARE(m_house->today.recent().size(), 2); // the demo agents
    QTRY_COMPARE(m_house->today.figures().goalMs, 800);
}

void TestShell::keysGoToScreens()
{
    show();
    QTest::keyClick(&window(), Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(window().current()->key(), u"agents"_s);
    QCOMPARE(window().windowTitle(), u"Agents – Voxdesk"_s);
    QTest::keyClick(&window(), Qt::Key_3, Qt::ControlModifier);
    QCOMPARE(window().current()->key(), u"conversations"_s);
    QVERIFY(m_house->note(u"conversations"_s)->opened.isEmpty());
    emit window().current()->navigationRequested(u"agents"_s, u"some-id"_s);
    QCOMPARE(window().current()->key(), u"agents"_s);
    QCOMPARE(m_house->note(u"agents"_s)->opened, QStringList{u"some-id"_s});
    window().showScreen(u"nowhere"_s);
    QCOMPARE(window().current()->key(), u"agents"_s);
}

void TestShell::languageChangesEverywhere()
{
    show();
    m_house->appearance.setLanguage(u"ru"_s);
    QTRY_COMPARE(window().windowTitle(), u"Сегодня – Voxdesk"_s);
    QStringList menus;
    for (const QAction *menu : window().topBar().menuBar()->actions()) menus.append(menu->text().remove(u'&'));
    QCOMPARE(menus, (QStringList{u"Файл"_s, u"Правка"_s, u"Вид"_s, u"Агент"_s, u"Звонок"_s, u"Переход"_s, u"Справка"_s}));
    QTRY_VERIFY([&] { // the screen is made anew a moment later
        for (const QLabel *label : window().current()->findChildren<QLabel *>())
            if (label->text() == u"Ждут меня"_s) return true;
        return false;
    }());
    QCOMPARE(wording::whatHappened(Error(Error::Code::NoMicrophone)).isEmpty(), false);
    m_house->appearance.setLanguage(u"en"_s);
    QTRY_COMPARE(window().windowTitle(), u"Today – Voxdesk"_s);
}

void TestShell::themeChangesAtOnce()
{
    show();
    const QColor light = QApplication::palette().color(QPalette::Window);
    m_house->appearance.setTheme(ShellAppearance::Theme::Dark);
    QVERIFY(QApplication::palette().color(QPalette::Window).lightness() < light.lightness());
    m_house->appearance.setTextScale(9);
    QCOMPARE(m_style->theme().textScale(), 1.5);
    m_house->appearance.setTextScale(1);
}

void TestShell::paletteFindsAndRuns()
{
    show();
    QTest::keyClick(&window(), Qt::Key_K, Qt::ControlModifier);
    kit::CommandPalette &palette = window().commandPalette().popup();
    QTRY_VERIFY(palette.isVisible());
    auto *field = palette.findChild<QLineEdit *>();
    QTest::keyClicks(field, u"order desk"_s);
    QVERIFY(palette.titles().contains(u"Order desk"_s));
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(window().current()->key(), u"agents"_s);
    QCOMPARE(m_house->note(u"agents"_s)->opened.size(), 1);
    window().openPalette();
    QTest::keyClicks(field, u"dark"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(m_house->appearance.theme(), ShellAppearance::Theme::Dark);
}

void TestShell::screensShortcutWins()
{
    show();
    window().showScreen(u"agents"_s);
    NoteScreen *screen = m_house->note(u"agents"_s);
    screen->setFocus();
    QTest::keyClick(screen, Qt::Key_F9);
    QCOMPARE(screen->sharpened, 1);
    QCOMPARE(m_house->call.state(), CallViewModel::State::Idle);
    window().showScreen(u"today"_s);
    for (const QAction *action : window().commands().in(u"call"_s))
        if (action->objectName() == u"call"_s) QCOMPARE(action->shortcut(), QKeySequence(Qt::Key_F9));
}

void TestShell::aNewWindowLooksLikeTheLast()
{
    show();
    window().showScreen(u"conversations"_s);
    m_house->note(u"conversations"_s)->note = u"page 3"_s;
    window().setRailExpanded(false);
    m_house->appearance.setLanguage(u"ru"_s);
    window().close();
    m_house.reset();
    m_house = std::make_unique<House>(m_folder->path(), *m_style);
    window().showLastScreen(u"today"_s);
    QCOMPARE(window().current()->key(), u"conversations"_s);
    QCOMPARE(m_house->note(u"conversations"_s)->note, u"page 3"_s);
    QVERIFY(!window().isRailExpanded());
}

void TestShell::aSecondConsoleIsRefused()
{
    const auto second = Workspace::open(m_folder->path(), Workspace::Role::Console, Workspace::Missing::Refuse);
    QVERIFY(!second);
    QCOMPARE(second.error().code, Error::Code::WorkspaceHeld);
    QVERIFY(wording::sentence(second.error()).contains(QString::number(QCoreApplication::applicationPid())));
}

void TestShell::badAppearanceIsIgnored_data()
{
    QTest::addColumn<QJsonValue>("kept");
    QTest::newRow("no object") << QJsonValue(u"dark"_s);
    QTest::newRow("unknown words") << QJsonValue(QJsonObject{{u"theme"_s, u"Pink"_s}, {u"language"_s, u"tlh"_s}});
    QTest::newRow("wrong types") << QJsonValue(QJsonObject{{u"theme"_s, 7}, {u"language"_s, QJsonObject()}, {u"text_scale"_s, u"huge"_s}});
    QTest::newRow("out of range") << QJsonValue(QJsonObject{{u"text_scale"_s, 1e300}});
}

void TestShell::badAppearanceIsIgnored()
{
    QFETCH(QJsonValue, kept);
    Settings &settings = m_house->workspace->settings();
    settings.setValue(u"console.appearance"_s, kept);
    const ShellAppearance appearance(settings);
    QCOMPARE(appearance.theme(), ShellAppearance::Theme::System);
    QVERIFY(ShellAppearance::languages().contains(appearance.language()));
    QVERIFY(appearance.textScale() >= 0.9 && appearance.textScale() <= 1.5);
}

void TestShell::smallWindowsStayUsable()
{
    show();
    window().resize(1024, 768);
    QTRY_COMPARE(window().width(), 1024);
    QCOMPARE(window().height(), 768);
    auto *rail = window().findChild<kit::Rail *>();
    QTRY_VERIFY(rail->width() < 64);
}

QTEST_MAIN(TestShell)
#include "test_shell.moc"
