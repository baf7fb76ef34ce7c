#include "app/console/screenshots.h"
#include "app/calls/demo_callers.h"
#include "app/console/console.h"
#include "app/wording/wording.h"
#include "app/workspace/agent_documents.h"
#include "app/workspace/workspace.h"
#include "ui/screens/screen.h"
#include "ui/screens/shell/shell_window.h"
#include "ui/viewmodels/call_view_model.h"
#include "ui/viewmodels/shell_appearance.h"
#include <QDir>
#include <QPixmap>
#include <cstdio>

namespace vox::console {

using namespace Qt::StringLiterals;

namespace {

// What a screen may take to read its data and to lay itself out. Pictures are made by hand, so it may be generous.
constexpr int kSettleMs = 700;

QList<DemoCaller> callers()
{
    // The full calls last, so that the bench still shows one of them.
    return furtherDemoCallers() + QList<DemoCaller>{demoCallers().at(1), demoCallers().at(0)};
}

void say(const QString &text) { std::fputs((text + u'\n').toUtf8().constData(), stderr); }

} // namespace

Screenshots::Screenshots(Console &console, const Options &options) : m_console(console), m_options(options)
{
    m_settled.setSingleShot(true);
    m_settled.setInterval(kSettleMs);
    connect(&m_settled, &QTimer::timeout, this, &Screenshots::take);
    console.appearance().forgetFromNowOn();
    connect(&console.call(), &CallViewModel::stored, this, &Screenshots::calledOne);
    connect(&console.call(), &CallViewModel::failed, this, [this](const Error &error) {
        say(wording::sentence(error));
        m_status = 1;
        if (!m_console.call().isRunning()) calledOne({});
    });
}

void Screenshots::start()
{
    m_console.window().resize(m_options.size);
    m_console.window().showScreen(u"today"_s);
    m_console.window().show();
    connect(&m_console.window(), &ShellWindow::agentsChanged, this, &Screenshots::nextCall, Qt::SingleShotConnection);
    if (!m_console.window().agents().isEmpty()) nextCall();
}

void Screenshots::nextCall()
{
    disconnect(&m_console.window(), &ShellWindow::agentsChanged, this, nullptr);
    const QList<DemoCaller> all = callers();
    if (m_call >= all.size()) return planShots();
    const DemoCaller &caller = all.at(m_call);
    for (const AgentRow &agent : m_console.window().agents()) {
        if (agent.name != caller.agent) continue;
        m_agents.insert(caller.language, agent.id.text());
        if (const auto ready = m_console.callWith(agent.id, caller); !ready) {
            say(wording::sentence(ready.error()));
            m_status = 1;
            break;
        }
        return;
    }
    calledOne({});
}

void Screenshots::calledOne(const ConversationId &conversation)
{
    say(u"Call %1 of %2: %3"_s.arg(m_call + 1).arg(callers().size()).arg(callers().at(m_call).agent));
    if (!conversation.isNull()) m_conversations.insert(callers().at(m_call).language, conversation.text());
    ++m_call;
    QMetaObject::invokeMethod(this, &Screenshots::nextCall, Qt::QueuedConnection);
}

void Screenshots::planShots()
{
    for (const QString &theme : m_options.themes)
        for (const QString &language : m_options.languages) m_styles.append({theme, language});
    const QList<Shot> all{{u"today"_s, u"today"_s, {}},         {u"agents"_s, u"agents"_s, u"-"_s},
                          {u"builder"_s, u"agents"_s, u"agent"_s}, {u"bench"_s, u"bench"_s, {}},
                          {u"conversations"_s, u"conversations"_s, u"-"_s}, {u"conversation"_s, u"conversations"_s, u"conversation"_s},
                          {u"settings"_s, u"settings"_s, {}}};
    for (const Shot &shot : all)
        if (m_options.screens.isEmpty() || m_options.screens.contains(shot.name)) m_shots.append(shot);
    if (m_shots.isEmpty()) {
        say(u"There is no screen of that name."_s);
        m_status = 2;
    }
    if (!QDir().mkpath(m_options.screenshots)) {
        say(wording::sentence(Error(Error::Code::FileUnwritable, {m_options.screenshots})));
        m_status = 1;
        m_shots.clear();
    }
    nextShot();
}

void Screenshots::nextShot()
{
    if (m_shot >= m_shots.size()) {
        ++m_style;
        m_shot = 0;
    }
    if (m_shots.isEmpty() || m_style >= m_styles.size()) return emit finished(m_status);
    const QString theme = m_styles[m_style][0], language = m_styles[m_style][1];
    m_console.appearance().setTheme(theme == "dark"_L1 ? ShellAppearance::Theme::Dark : ShellAppearance::Theme::Light);
    m_console.appearance().setLanguage(language);
    const Shot &shot = m_shots[m_shot];
    ShellWindow &window = m_console.window();
    window.showScreen(shot.screen);
    if (shot.id == "agent"_L1) window.current()->open(m_agents.value(language));
    else if (shot.id == "conversation"_L1) window.current()->open(m_conversations.value(language));
    else if (shot.id == "-"_L1) window.current()->open({});
    m_settled.start();
}

void Screenshots::take()
{
    const QString file = u"%1/%2-%3-%4.png"_s.arg(m_options.screenshots, m_shots[m_shot].name, m_styles[m_style][0], m_styles[m_style][1]);
    if (m_console.window().grab().save(file)) say(file);
    else {
        say(wording::sentence(Error(Error::Code::FileUnwritable, {file})));
        m_status = 1;
    }
    ++m_shot;
    nextShot();
}

} // namespace vox::console
