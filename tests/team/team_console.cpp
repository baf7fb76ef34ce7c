#include "tests/team/team_console.h"
#include "app/console/console.h"
#include "app/secrets/desktop_secrets.h"
#include "app/workspace/workspace.h"
#include "ui/kit/style.h"
#include "ui/kit/tag.h"
#include "ui/kit/text_block.h"
#include "ui/screens/agents/agents_screen.h"
#include "ui/screens/agents/builder_page.h"
#include "ui/screens/agents/conflict/conflict_page.h"
#include "ui/screens/shell/shell_status.h"
#include "ui/screens/shell/shell_window.h"
#include "ui/viewmodels/shell_appearance.h"
#include <QAbstractItemView>
#include <QDialog>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTableView>

namespace vox::test {

using namespace Qt::StringLiterals;

namespace {

template <typename T, typename F> T *seenChild(QWidget *root, F fits)
{
    for (T *each : root->findChildren<T *>())
        if (each->isVisible() && fits(each)) return each;
    return nullptr;
}

} // namespace

TeamConsole::TeamConsole(kit::Style &style, std::function<bool(const QUrl &)> openUrl) : m_style(style), m_openUrl(std::move(openUrl)) {}

TeamConsole::~TeamConsole() { close(); }

bool TeamConsole::openHome()
{
    m_last = m_folder.filePath(u"home"_s);
    return reopen();
}

bool TeamConsole::reopen()
{
    if (m_start && m_start->console()) m_last = workspace().folder();
    close();
    console::Surroundings around;
    around.homeFolder = m_folder.filePath(u"home"_s);
    around.serversFolder = serversFolder();
    around.secrets = [folder = m_folder.filePath(u"secrets"_s)] { return std::make_unique<DesktopSecrets>(folder, nullptr); };
    around.openUrl = m_openUrl;
    console::Options options;
    options.screen = u"agents"_s;
    m_start = std::make_unique<console::Start>(*qApp, m_style, options, around);
    QObject::connect(m_start.get(), &console::Start::opened, [this] { watch(); });
    if (!m_start->open(m_last)) return false;
    window().resize(1600, 1000);
    return true;
}

void TeamConsole::watch()
{
    ++m_openings;
    console().appearance().forgetFromNowOn();
    console().appearance().setLanguage(u"en"_s);
    window().resize(1600, 1000);
    for (const QString &key : {u"agents"_s, u"settings"_s})
        QObject::connect(window().screen(key), &Screen::noticed, [this](const Notice &notice) { m_told.append(notice.text + u' ' + notice.detail); });
}

console::Console &TeamConsole::console() { return *m_start->console(); }
Workspace &TeamConsole::workspace() { return console().workspace(); }
ShellWindow &TeamConsole::window() { return console().window(); }

void TeamConsole::go(const QString &screen, const QString &id)
{
    // Another console that opened or closed spoke its language: pages are being made anew here, too.
    for (int i = 0; i < 3; ++i) QApplication::processEvents();
    window().showScreen(screen);
    window().current()->open(id);
}

BuilderPage *TeamConsole::builder() { return static_cast<AgentsScreen *>(window().screen(u"agents"_s))->builder(); }
ConflictPage *TeamConsole::conflict() { return static_cast<AgentsScreen *>(window().screen(u"agents"_s))->conflict(); }

QStringList TeamConsole::agents()
{
    QStringList names;
    for (const AgentRow &agent : window().agents()) names.append(agent.name);
    return names;
}

bool TeamConsole::openAgent(const QString &name)
{
    for (const AgentRow &agent : window().agents()) {
        if (agent.name != name) continue;
        go(u"agents"_s, agent.id.text());
        return QTest::qWaitFor([&] { return builder() && builder()->agent() == agent.id; }, 5'000);
    }
    return false;
}

QString TeamConsole::standing()
{
    auto *bar = window().findChild<ShellStatus *>();
    const auto buttons = bar->findChildren<QPushButton *>();
    return buttons.isEmpty() ? QString() : buttons.first()->text();
}

QString TeamConsole::told() const { return m_told.join(u'\n'); }

QPushButton *TeamConsole::button(const QString &text)
{
    const auto fits = [&](QPushButton *each) { return each->text() == text || each->accessibleName() == text; };
    if (auto *dialog = seenChild<QDialog>(&window(), [](QDialog *) { return true; }))
        if (auto *found = seenChild<QPushButton>(dialog, fits)) return found;
    return seenChild<QPushButton>(window().current(), fits);
}

QLineEdit *TeamConsole::field(const QString &name)
{
    const auto fits = [&](QLineEdit *each) { return each->accessibleName() == name || each->placeholderText() == name; };
    if (auto *dialog = seenChild<QDialog>(&window(), [](QDialog *) { return true; }))
        if (auto *found = seenChild<QLineEdit>(dialog, fits)) return found;
    return seenChild<QLineEdit>(window().current(), fits);
}

bool TeamConsole::press(const QString &text)
{
    // What was added to a shown page is seen with the next events.
    if (!QTest::qWaitFor([&] { return button(text) && button(text)->isEnabled(); }, 1'000)) return false;
    QPushButton *found = button(text);
    for (QWidget *around = found->parentWidget(); around; around = around->parentWidget())
        if (auto *area = qobject_cast<QScrollArea *>(around)) area->ensureWidgetVisible(found);
    QCoreApplication::processEvents();
    if (found = button(text); !found) return false;
    QTest::mouseClick(found, Qt::LeftButton);
    return true;
}

bool TeamConsole::type(const QString &name, const QString &text)
{
    if (!QTest::qWaitFor([&] { return field(name) && field(name)->isEnabled(); }, 1'000)) return false;
    QLineEdit *found = field(name);
    if (found->isReadOnly()) return false;
    found->setFocus();
    found->clear();
    QTest::keyClicks(found, text);
    return true;
}

QString TeamConsole::seen()
{
    QStringList words;
    for (QWidget *each : window().current()->findChildren<QWidget *>()) {
        if (!each->isVisible()) continue;
        if (const auto *label = qobject_cast<QLabel *>(each)) words.append(label->text());
        else if (const auto *block = qobject_cast<kit::TextBlock *>(each)) words.append(block->text());
        else if (const auto *tag = qobject_cast<kit::Tag *>(each)) words.append(tag->text());
        else if (const auto *button = qobject_cast<QAbstractButton *>(each)) words.append(button->text());
        else if (const auto *edit = qobject_cast<QLineEdit *>(each)) words.append(edit->text());
        else if (const auto *view = qobject_cast<QAbstractItemView *>(each)) {
            for (int row = 0; row < view->model()->rowCount(); ++row)
                for (int column = 0; column < view->model()->columnCount(); ++column) words.append(view->model()->index(row, column).data().toString());
        }
    }
    return words.join(u'\n');
}

QString TeamConsole::join(const QString &link, const QString &name)
{
    const int before = m_openings;
    go(u"settings"_s, u"workspace"_s);
    if (!type(u"Link or address"_s, link)) return u"no field for a link"_s;
    if (!type(u"Your name"_s, name)) return u"no field for a name"_s;
    if (!type(u"E-mail"_s, name.toLower() + u"@example.org"_s)) return u"no field for an e-mail"_s;
    if (!type(u"Password"_s, QString::fromLatin1(password))) return u"no field for a password"_s;
    picture(u"joining"_s);
    if (!press(u"Join"_s)) return u"no button to join"_s;
    if (!QTest::qWaitFor([&] { return m_openings > before; }, 20'000)) return u"not opened: "_s + told();
    if (!QTest::qWaitFor([&] { return standing().startsWith("Synced"_L1); }, 20'000)) return u"not synced: "_s + standing();
    return {};
}

void TeamConsole::picture(const QString &name, QWidget *of)
{
    const QString folder = qEnvironmentVariable("VOX_PICTURES");
    if (folder.isEmpty()) return;
    QDir().mkpath(folder);
    QApplication::processEvents();
    (of ? of : &window())->grab().save(u"%1/%2.png"_s.arg(folder, name));
}

} // namespace vox::test
