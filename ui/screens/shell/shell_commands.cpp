#include "ui/screens/shell/shell_commands.h"
#include "ui/kit/icons.h"
#include "ui/screens/screen.h"
#include "ui/screens/shell/shell_window.h"
#include "ui/viewmodels/call_view_model.h"
#include "ui/viewmodels/shell_appearance.h"
#include <QActionGroup>
#include <QApplication>

namespace vox {

using namespace Qt::StringLiterals;

ShellCommands::ShellCommands(ShellWindow &window, CallViewModel &call, ShellAppearance &appearance)
    : QObject(&window), m_window(window), m_call(call), m_appearance(appearance)
{
    add(u"file"_s, u"quit"_s, Qt::CTRL | Qt::Key_Q, [this] { m_window.close(); })->setMenuRole(QAction::QuitRole);
    addView();
    add(u"call"_s, u"call"_s, Qt::Key_F9, [this] { m_window.toggleCall(); })->setIcon(kit::icon("phone"));
    add(u"call"_s, u"mute"_s, Qt::CTRL | Qt::SHIFT | Qt::Key_M, [this] { m_call.setMuted(!m_call.isMuted()); })->setCheckable(true);
    addGo();
    add(u"help"_s, u"help"_s, QKeySequence::HelpContents, [this] { m_window.showHelp(); })->setIcon(kit::icon("book-open"));
    connect(&call, &CallViewModel::stateChanged, this, &ShellCommands::showState);
    connect(&call, &CallViewModel::mutedChanged, this, &ShellCommands::showState);
    connect(&window, &ShellWindow::currentChanged, this, &ShellCommands::showState);
    connect(&window, &ShellWindow::agentsChanged, this, &ShellCommands::showState);
    connect(&appearance, &ShellAppearance::themeChanged, this, &ShellCommands::showState);
    connect(&appearance, &ShellAppearance::languageChanged, this, &ShellCommands::showState);
    translate();
}

QAction *ShellCommands::add(const QString &menu, const QString &key, const QKeySequence &shortcut, std::function<void()> run)
{
    auto *action = new QAction(this);
    action->setObjectName(key);
    action->setShortcut(shortcut);
    connect(action, &QAction::triggered, this, std::move(run));
    m_window.addAction(action);
    m_menus[menu].append(action);
    m_byKey.insert(key, action);
    m_shortcuts.insert(action, shortcut);
    return action;
}

void ShellCommands::addView()
{
    add(u"view"_s, u"rail"_s, Qt::CTRL | Qt::Key_B, [this] { m_window.setRailExpanded(!m_window.isRailExpanded()); })
        ->setIcon(kit::icon("panel-left"));
    add(u"view"_s, u"larger"_s, Qt::CTRL | Qt::ALT | Qt::Key_Plus, [this] { m_appearance.setTextScale(m_appearance.textScale() + 0.1); });
    add(u"view"_s, u"smaller"_s, Qt::CTRL | Qt::ALT | Qt::Key_Minus, [this] { m_appearance.setTextScale(m_appearance.textScale() - 0.1); });
    add(u"view"_s, u"usual"_s, Qt::CTRL | Qt::ALT | Qt::Key_0, [this] { m_appearance.setTextScale(1.0); });
    add(u"view"_s, u"full"_s, Qt::Key_F11, [this] { m_window.setWindowState(m_window.windowState() ^ Qt::WindowFullScreen); });
    auto *themes = new QActionGroup(this);
    using Theme = ShellAppearance::Theme;
    for (const Theme theme : {Theme::System, Theme::Light, Theme::Dark}) {
        auto *action = new QAction(themes);
        action->setCheckable(true);
        action->setData(int(theme));
        connect(action, &QAction::triggered, this, [this, theme] { m_appearance.setTheme(theme); });
        m_themes.append(action);
    }
    auto *languages = new QActionGroup(this);
    for (const QString &language : ShellAppearance::languages()) {
        auto *action = new QAction(language == "ru"_L1 ? u"Русский"_s : u"English"_s, languages);
        action->setCheckable(true);
        action->setData(language);
        connect(action, &QAction::triggered, this, [this, language] { m_appearance.setLanguage(language); });
        m_languages.append(action);
    }
}

void ShellCommands::addGo()
{
    add(u"go"_s, u"palette"_s, Qt::CTRL | Qt::Key_K, [this] { m_window.openPalette(); })->setIcon(kit::icon("search"));
    m_menus[u"go"_s].append(nullptr);
    int number = 0;
    for (const Place &place : m_window.places()) {
        const QKeySequence keys = place.atBottom ? QKeySequence(Qt::CTRL | Qt::Key_Comma) : QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + number++));
        add(u"go"_s, u"go."_s + place.key, keys, [this, key = place.key] { m_window.showScreen(key); })->setIcon(kit::icon(place.icon));
    }
}

const QList<QAction *> &ShellCommands::in(const QString &menu) const
{
    static const QList<QAction *> none;
    const auto it = m_menus.constFind(menu);
    return it == m_menus.constEnd() ? none : *it;
}

void ShellCommands::yieldTo(const QList<QAction *> &actions)
{
    QList<QKeySequence> taken;
    for (const QAction *action : actions) taken += action->shortcuts();
    for (auto it = m_shortcuts.constBegin(); it != m_shortcuts.constEnd(); ++it)
        it.key()->setShortcut(taken.contains(it.value()) ? QKeySequence() : it.value());
}

void ShellCommands::translate()
{
    const auto name = [this](const char *key, const QString &text) { m_byKey.value(QLatin1String(key))->setText(text); };
    name("quit", tr("Quit"));
    name("rail", tr("Wide navigation"));
    name("larger", tr("Larger text"));
    name("smaller", tr("Smaller text"));
    name("usual", tr("Usual text size"));
    name("full", tr("Full screen"));
    name("mute", tr("Mute the microphone"));
    name("palette", tr("Find or run…"));
    name("help", tr("Help pages"));
    for (const Place &place : m_window.places()) m_byKey.value(u"go."_s + place.key)->setText(place.title());
    m_themes[0]->setText(tr("As the system"));
    m_themes[1]->setText(tr("Light"));
    m_themes[2]->setText(tr("Dark"));
    showState();
}

void ShellCommands::showState()
{
    const bool running = m_call.isRunning();
    QAction *call = m_byKey.value(u"call"_s);
    call->setText(running ? tr("Hang up") : tr("Call the agent"));
    call->setEnabled(running || !m_window.agentToCall().isNull());
    m_byKey.value(u"mute"_s)->setEnabled(running);
    m_byKey.value(u"mute"_s)->setChecked(m_call.isMuted());
    for (QAction *action : m_themes) action->setChecked(action->data().toInt() == int(m_appearance.theme()));
    for (QAction *action : m_languages) action->setChecked(action->data().toString() == m_appearance.language());
}

} // namespace vox
