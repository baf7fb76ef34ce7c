#include "app/console/screenshots.h"
#include "app/calls/demo_callers.h"
#include "app/console/console.h"
#include "app/console/example_steps.h"
#include "app/wording/wording.h"
#include "app/workspace/agent_documents.h"
#include "app/workspace/demo_past.h"
#include "app/workspace/store_pool.h"
#include "app/workspace/workspace.h"
#include "ui/screens/agents/agents_screen.h"
#include "ui/screens/agents/builder_page.h"
#include "ui/screens/agents/graph/graph_view.h"
#include "ui/screens/agents/graph_page.h"
#include "ui/screens/agents/inspector.h"
#include "ui/screens/agents/publish/publish_dialog.h"
#include "ui/screens/screen.h"
#include "ui/kit/command_palette.h"
#include "ui/screens/shell/shell_palette.h"
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

Result<void> makeDemoTeam(const QString &folder)
{
    const UtcMs now = Workspace::systemClock()();
    const auto tenDaysAgo = [now] { return UtcMs{now.value - qint64(10) * 24 * 3600 * 1000}; };
    auto workspace = Workspace::open(folder, Workspace::Role::Tool, Workspace::Missing::CreateDemo, tenDaysAgo);
    if (!workspace) return workspace.error();
    const auto added = (*workspace)->stores().write([now](Store &store) { return addDemoPast(store, now); });
    (*workspace)->stores().finish();
    return added.result();
}

Screenshots::Screenshots(Console &console, const Options &options) : m_console(console), m_options(options)
{
    m_settled.setSingleShot(true);
    m_settled.setInterval(kSettleMs);
    connect(&m_settled, &QTimer::timeout, this, &Screenshots::take);
    console.appearance().forgetFromNowOn();
    console.appearance().setTextScale(options.textPercent / 100.0);
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
    QList<Shot> all{{u"today"_s, u"today"_s, {}}, {u"agents"_s, u"agents"_s, u"-"_s}, {u"builder"_s, u"agents"_s, u"agent"_s}};
    for (const NodeType *type : nodeTypes()) all.append({u"step-"_s + QLatin1StringView(type->name), u"agents"_s, u"step-"_s + QLatin1StringView(type->name)});
    all.append({u"try"_s, u"agents"_s, u"step-tool"_s});
    for (const char *view : {"prompts", "voice", "history", "publish", "production"}) all.append({QString::fromLatin1(view), u"agents"_s, QString::fromLatin1(view)});
    all += QList<Shot>{{u"conflict"_s, u"agents"_s, u"conflict"_s}, {u"releases"_s, u"agents"_s, u"releases"_s}, {u"bench"_s, u"bench"_s, {}}, {u"conversations"_s, u"conversations"_s, u"-"_s},
                       {u"conversation"_s, u"conversations"_s, u"conversation"_s}, {u"settings"_s, u"settings"_s, u"appearance"_s}};
    for (const char *section : {"vendors", "reach", "models", "workspace", "people", "keys", "secrets", "sign-in", "audit"})
        all.append({QString::fromLatin1(section), u"settings"_s, QString::fromLatin1(section)});
    all.append({u"palette"_s, u"today"_s, u"palette"_s});
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
    window.commandPalette().popup().close();
    window.showScreen(shot.screen);
    if (shot.id == "agent"_L1) window.current()->open(m_agents.value(language));
    else if (shot.id == "conversation"_L1) window.current()->open(m_conversations.value(language));
    else if (shot.id == "releases"_L1) window.current()->open(shot.id);
    else if (shot.id == "-"_L1) window.current()->open({});
    else if (shot.id == "conflict"_L1) window.current()->open(u"merge:"_s + agentCalled(language == "ru"_L1 ? u"Вторая линия"_s : u"Returns desk"_s));
    else if (shot.screen == "settings"_L1) window.current()->open(shot.id);
    else if (shot.screen == "agents"_L1 && !shot.id.isEmpty()) openBuilder(shot.id, m_agents.value(language));
    if (shot.id == "palette"_L1) window.openPalette();
    m_settled.start();
}

QString Screenshots::agentCalled(const QString &name) const
{
    for (const AgentRow &agent : m_console.window().agents())
        if (agent.name == name) return agent.id.text();
    return {};
}

// One of the builder's views, as soon as the agent is open.
void Screenshots::openBuilder(const QString &view, const QString &agent)
{
    auto *screen = qobject_cast<AgentsScreen *>(m_console.window().current());
    if (!screen) return;
    screen->open(agent);
    const auto show = [this, screen, view] {
        BuilderPage *builder = screen->builder();
        if (!builder) return;
        disconnect(screen, &AgentsScreen::builderChanged, this, nullptr);
        showView(*builder, view);
    };
    if (screen->builder() && screen->builder()->agent().text() == agent) return show();
    connect(screen, &AgentsScreen::builderChanged, this, show);
}

void Screenshots::showView(BuilderPage &builder, const QString &view)
{
    static const QHash<QString, BuilderPage::Tab> tabs{{u"prompts"_s, BuilderPage::Prompts}, {u"voice"_s, BuilderPage::Voice}, {u"history"_s, BuilderPage::History}};
    builder.showEnvironment(Environment::Draft);
    builder.setTab(tabs.value(view, BuilderPage::Graph));
    if (view == "production"_L1) builder.showEnvironment(Environment::Production);
    if (!view.startsWith("step-"_L1)) builder.flow().selection().set({}, {});
    else showStep(builder, view.mid(5));
    if (view == "publish"_L1) {
        builder.openPublish();
        m_dialog = builder.findChild<PublishDialog *>();
    }
}

// The form of a step of this type; the draft gets an example where the demo agent has none.
void Screenshots::showStep(BuilderPage &builder, const QString &type)
{
    FlowViewModel &flow = builder.flow();
    const auto find = [&]() -> QString {
        for (const Node &node : flow.flow().nodes)
            if (node.type == type) return node.id;
        return {};
    };
    QString id = find();
    if (id.isEmpty()) {
        QString last;
        for (const Node &node : flow.flow().nodes)
            if (node.type == "say"_L1) last = node.id;
        id = flow.addNode(type, flow.node(last)->position + QPointF(0, flow_geometry::rowPitch));
        flow.setSettings(id, exampleStep(type, flow.language()));
        m_afterwards = [&flow, id] {
            flow.selection().selectNode(id);
            flow.removeSelected();
        };
    }
    flow.selection().selectNode(id);
    builder.graph().view().showNode(id);
}

void Screenshots::take()
{
    if (m_shots[m_shot].name == "try"_L1)
        if (auto *screen = qobject_cast<AgentsScreen *>(m_console.window().current()); screen && screen->builder()) screen->builder()->graph().inspector().scrollToEnd();
    QWidget &pictured = m_dialog ? *m_dialog : static_cast<QWidget &>(m_console.window());
    const QString file = u"%1/%2-%3-%4.png"_s.arg(m_options.screenshots, m_shots[m_shot].name, m_styles[m_style][0], m_styles[m_style][1]);
    if (pictured.grab().save(file)) say(file);
    else {
        say(wording::sentence(Error(Error::Code::FileUnwritable, {file})));
        m_status = 1;
    }
    if (m_dialog) delete m_dialog;
    if (const auto run = std::exchange(m_afterwards, {})) run();
    ++m_shot;
    nextShot();
}

} // namespace vox::console
